import Bilingual
import ChainQueries
import Diagnostics

/// Reads the entries of a gallery or of a pack.
struct ViewEntryReader {
  /// The field that names an entry: `file` or `sheet`.
  let nameField: String
  /// Whether an entry may do without a view.
  let allowsForms: Bool

  /// The entries of a list, those with faults left out; each name once.
  func entries(of list: EntryNode, log: inout FaultLog) -> [ViewEntry] {
    var names: Set<String> = []
    return list.items.compactMap { item in
      guard log.hasRoom, let fields = FieldReader(item, log: &log) else { return nil }
      let entry = entry(of: item, fields, log: &log)
      if let entry, !names.insert(entry.name).inserted {
        log.report(.duplicateKey(entry.name, at: log.location(of: fields[nameField] ?? item)))
      }
      return entry
    }
  }

  private func entry(
    of item: EntryNode,
    _ fields: FieldReader,
    log: inout FaultLog
  ) -> ViewEntry? {
    fields.allow(
      [nameField, "title", "view", "of", "fill"] + QuestionOption.allCases.map(\.rawValue),
      of: BilingualText(zh: "图或清单", en: "a view"),
      log: &log
    )
    let name = fields.requiredText(nameField, log: &log)
    if let name { Self.check(name, at: log.location(of: fields[nameField] ?? item), log: &log) }
    let title = fields["title"].map { FieldReader.wording($0, log: &log) }
    let fill = (fields["fill"]?.items ?? []).compactMap { FieldReader.wording($0, log: &log) }
    let words = words(of: fields, log: &log)
    guard let name else { return nil }
    return ViewEntry(
      name: name,
      title: title ?? nil,
      words: words?.words,
      fill: fill,
      places: ViewEntry.Places(
        path: log.path,
        entry: item.range,
        view: fields["view"]?.range,
        subjects: words?.subjects ?? [],
        options: words?.options ?? [:]
      )
    )
  }

  /// A name with a slash could leave the folder that the files are meant for.
  private static func check(
    _ name: String,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) {
    // A letter that a mark is put on is not the letter, and the slash still is one.
    let isPath = name.utf8.contains(UInt8(ascii: "/"))
    let isControl = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if isPath || isControl || name.hasPrefix(".") { log.report(.badFileName(name, at: place)) }
  }

  private func words(
    of fields: FieldReader,
    log: inout FaultLog
  ) -> (words: QuestionWords, subjects: [SourceRange], options: [QuestionOption: [SourceRange]])? {
    // A form is of nothing and has no options.
    let isForm =
      fields["of"] == nil && QuestionOption.allCases.allSatisfy { fields[$0.rawValue] == nil }
    guard fields["view"] != nil || !allowsForms || !isForm else { return nil }
    let view = fields.requiredText("view", log: &log)
    if let view, QuestionName(word: view)?.definition.hasPicture != true {
      let place = log.location(of: fields["view"] ?? fields.node)
      log.report(.unknownView(view, at: place))
    }
    let subjects = fields["of"]?.items ?? []
    var words = QuestionWords(
      view ?? "",
      of: subjects.compactMap { FieldReader.text($0, log: &log) }
    )
    var ranges: [QuestionOption: [SourceRange]] = [:]
    for option in QuestionOption.allCases {
      guard let node = fields[option.rawValue] else { continue }
      let values = node.items.compactMap { FieldReader.text($0, log: &log) }
      if option.isSwitch {
        if values == ["false"] { continue }
        if values != ["true"] {
          log.report(.badSwitch(option.rawValue, at: log.location(of: node)))
        }
      }
      words.options[option] = values
      ranges[option] = node.items.map(\.range)
    }
    return view == nil ? nil : (words, subjects.map(\.range), ranges)
  }
}

extension Diagnostic {
  /// What a command would say of the word, at the place where it stands.
  fileprivate static func unknownView(_ name: String, at location: Location) -> Self {
    let fault = QuestionFault.unknown(name, among: QuestionName.views)
    return Diagnostic(
      .error,
      code: "unknown-view",
      message: fault.message,
      help: fault.help,
      at: location
    )
  }

  fileprivate static func badSwitch(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-flag",
      message: BilingualText(
        zh: "\(name) 应为 true 或 false",
        en: "\(name) is either true or false"
      ),
      at: location
    )
  }
}
