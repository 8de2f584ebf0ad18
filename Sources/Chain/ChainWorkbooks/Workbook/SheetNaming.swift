import Bilingual
import ChainModel
import Diagnostics

/// What a sheet of a data set's workbook holds, and how its tab is called.
struct SheetNaming {
  enum Sheet: Hashable {
    /// What is said of the data set as a whole.
    case manifest
    case queries
    /// What the data set adds to the vocabulary.
    case vocabulary
    /// The state in which the data set was exported; people do not see it.
    case exported
    case kind(NodeKind)
  }

  private static let special: [(sheet: Sheet, name: BilingualText)] = [
    (.manifest, BilingualText(zh: "数据集", en: "data set")),
    (.queries, BilingualText(zh: "查询", en: "queries")),
    (.vocabulary, BilingualText(zh: "词汇表", en: "vocabulary")),
    (.exported, BilingualText(zh: "导出时", en: "as exported")),
  ]

  private let names: [Language: [Sheet: String]]
  private var sheets: [NameKey: Sheet] = [:]

  /// The names of the sheets of a data set with that vocabulary; where a tab could mean two sheets,
  /// it is called as in `language`.
  init(_ ontology: Ontology, language: Language) {
    var names: [Language: [Sheet: String]] = [:]
    for language in Language.allCases { names[language] = Self.names(ontology, language) }
    self.names = names
    let other = Language.allCases.filter { $0 != language }
    for language in [language] + other {
      for (sheet, name) in names[language] ?? [:] where sheets[NameKey(name)] == nil {
        sheets[NameKey(name)] = sheet
      }
    }
    for kind in ontology.kinds {
      for name in [kind.kind.name, kind.label[language]] + other.map({ kind.label[$0] })
      where sheets[NameKey(name)] == nil {
        sheets[NameKey(name)] = .kind(kind.kind)
      }
    }
  }

  /// What the sheet called `name` holds, where that can be told without a vocabulary.
  static func special(_ name: String) -> Sheet? {
    special.first { [$0.name.zh, $0.name.en].map(NameKey.init).contains(NameKey(name)) }?.sheet
  }

  /// The name of a sheet that needs no vocabulary.
  static func name(ofSpecial sheet: Sheet, in language: Language) -> String {
    special.first { $0.sheet == sheet }?.name[language] ?? ""
  }

  func name(of sheet: Sheet, in language: Language) -> String { names[language]?[sheet] ?? "" }

  func sheet(called name: String) -> Sheet? { sheets[NameKey(name)] }

  /// The names that a tab can have.
  func names(in language: Language, _ ontology: Ontology) -> [String] {
    ([.manifest, .queries, .vocabulary] + ontology.kinds.map { .kind($0.kind) })
      .map { name(of: $0, in: language) }
  }

  /// Each name once, in a form that Excel takes as it is.
  private static func names(_ ontology: Ontology, _ language: Language) -> [Sheet: String] {
    var names: [Sheet: String] = [:]
    var taken: Set<NameKey> = [NameKey("history")]
    for (sheet, name) in special {
      names[sheet] = name[language]
      taken.formUnion([NameKey(name.zh), NameKey(name.en)])
    }
    for (position, kind) in ontology.kinds.enumerated() {
      let wanted = [kind.label[language], kind.kind.name, "kind \(position + 1)"]
      let name = wanted.first { isFit($0) && !taken.contains(NameKey($0)) }
      names[.kind(kind.kind)] = name
      if let name { taken.insert(NameKey(name)) }
    }
    return names
  }

  private static func isFit(_ name: String) -> Bool {
    let isLegal = name.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
        && !(0xFFFE...0xFFFF).contains(scalar.value)
        && !["[", "]", ":", "*", "?", "/", "\\"].contains(scalar)
    }
    return isLegal && !name.isEmpty && name.utf16.count <= 31 && name.first != "'"
      && name.last != "'" && name == name.asCellText()
  }
}
