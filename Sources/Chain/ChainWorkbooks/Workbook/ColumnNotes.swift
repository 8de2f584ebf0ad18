import Bilingual
import ChainModel
import GraphKernel

/// What the notes on the headings of a kind's sheet say: what the column means, how to write it, and
/// an example.
struct ColumnNotes {
  let columns: SheetColumns
  let written: [Int]
  let graph: ChainGraph
  let language: Language

  /// The longest example, in letters.
  private static let longestExample = 40

  /// - Parameter example: a cell of the column, if it has any.
  func note(on position: Int, example: String?) -> String {
    let column = columns.columns[position]
    var lines = [text(on: column)[language]]
    if let example = example ?? usual(for: column) {
      let first = example.split(separator: "\n").first.map(String.init) ?? example
      let isCut = first.count > Self.longestExample
      let shown = isCut ? first.prefix(Self.longestExample) + "…" : first[...]
      lines.append(BilingualText(zh: "例：\(shown)", en: "For example: \(shown)")[language])
    }
    return lines.joined(separator: "\n")
  }

  private func text(on column: SheetColumns.Column) -> BilingualText {
    switch column.meaning {
    case .name: return name()
    case .aliases:
      return BilingualText(
        zh: "别名、简称，引用和查找时与名称同样有效。\n多个之间换行或用“；”隔开。",
        en: "Other names; they work wherever the name does.\nA line break or a ';' between them."
      )
    case .source:
      return BilingualText(
        zh: """
          事实在文件中的位置，默认指“数据集”表列出的第一份文件。
          引自别的文件时写“文件名：位置”。
          位置本身含“：”时，给位置加英文引号。
          """,
        en: """
          Where the document states it; the first document of the sheet 'data set' is meant.
          Write 'document: place' for another one.
          Put a place that holds ': ' in quotes.
          """
      )
    case .basis:
      return BilingualText(
        zh: "“文件”：文件有载，须填出处；“行业常识”：文件未载，不填出处。空着即为“文件”。",
        en: "'document': a document states it, and the source says where; "
          + "'industry-knowledge': no document does. Empty means 'document'."
      )
    case .id:
      return BilingualText(
        zh: "同类中有重名时，用编号加以区分；一般空着。",
        en: "Tells two of one name apart; usually empty."
      )
    case .attribute(let definition): return self.text(on: definition)
    case .relation(let relation, let end): return self.text(on: relation, end)
    }
  }

  private func name() -> BilingualText {
    let more = columns.columns.indices.filter { position in
      columns.columns[position].isWritten && !written.contains(position)
    }
    let headings = Language.allCases.map { language in
      more.map { columns.heading(of: $0, in: language) }
    }
    return BilingualText(
      zh: "必填，每行一个。其他表按名称引用它；改名后旧名自动成为别名，旧的引用仍然有效。"
        + (more.isEmpty ? "" : "\n还可自行加列：" + headings[0].joined(separator: "、") + "。"),
      en: "Needed; one a row. Other sheets refer to it by this name; of a row renamed the old name "
        + "becomes an alias, by which they still find it."
        + (more.isEmpty
          ? "" : "\nYou may add columns: " + headings[1].joined(separator: ", ") + ".")
    )
  }

  private func text(on definition: AttributeDefinition) -> BilingualText {
    let form =
      switch definition.type {
      case .text: BilingualText(zh: "自由填写。", en: "Free text.")
      case .integer: BilingualText(zh: "填整数。", en: "A whole number.")
      case .flag: BilingualText(zh: "填“是”或“否”，可从下拉列表选。", en: "yes or no, from the list.")
      case .date:
        BilingualText(
          zh: "填年、年-月或年-月-日：2025、2025-12、2023-08-18。",
          en: "A year, a month or a day: 2025, 2025-12, 2023-08-18."
        )
      case .quantity:
        BilingualText(
          zh: "填数字、空格和单位。单位有："
            + graph.ontology.units.map(\.symbol).joined(separator: "、") + "。",
          en: "A number, a space and a unit. The units are: "
            + graph.ontology.units.map(\.symbol).joined(separator: ", ") + "."
        )
      case .option(let options):
        BilingualText(
          zh: "从下拉列表选：" + options.map(\.label.zh).joined(separator: "、") + "。",
          en: "One of the list: " + options.map(\.label.en).joined(separator: ", ") + "."
        )
      }
    guard definition.isList else { return form }
    return BilingualText(
      zh: form.zh + "\n多个之间换行或用“；”隔开。",
      en: form.en + "\nA line break or a ';' between several."
    )
  }

  private func text(on relation: RelationDefinition, _ end: RelationDefinition.End) -> BilingualText
  {
    let far = relation.kinds(at: end.opposite)
    let kinds = graph.ontology.kinds.filter { far.contains($0.kind) }.map(\.label)
    let isAny = kinds.count == graph.ontology.kinds.count
    let zh = isAny ? "任何一类" : kinds.map(\.zh).joined(separator: "、")
    let en = isAny ? "any kind" : kinds.map(\.en).joined(separator: ", ")
    return BilingualText(
      zh: """
        填名称，可指：\(zh)。多个之间换行或用“；”隔开；原文以“等”收尾的，末尾写“等”。
        出处与本行不同时写在名称后面：名称【附件/二】、名称【文件名：附件/二】、名称【行业常识】。
        只在某些日子成立的写起止：名称【2024-04-01起】，也可与出处同写：名称【附件/二，2024-04-01起】。
        有重名时写编号，如“类别:名称”。名称含“；”“【”时加英文引号。
        """,
      en: """
        Names of: \(en). A line break or a ';' between several; end with 'etc.' where the document does.
        Where the source is another than the row's: name [annex/2], name [document: annex/2], \
        name [industry-knowledge].
        Where it holds for some days alone: name [from 2024-04-01], or with the source: \
        name [annex/2, from 2024-04-01].
        Where several have one name, write its id. Put a name with ';' or '[' in quotes.
        """
    )
  }

  /// An example where the data has none.
  private func usual(for column: SheetColumns.Column) -> String? {
    switch column.meaning {
    case .attribute(let definition):
      switch definition.type {
      case .quantity: return graph.ontology.units.first.map { "20 \($0.symbol)" }
      case .integer: return "3"
      default: return nil
      }
    default: return nil
    }
  }
}

extension WholeSheets {
  static let manifestNotes = [
    BilingualText(zh: "这一列不要改动。", en: "Leave this column as it is."),
    BilingualText(
      zh: """
        语言填“中文”或“English”；日期如 2023-08-18，指数据所反映的日期。
        文件：出处引用的文件，第一份为默认，须在“文件”表中列出；多个之间换行或用“；”隔开。
        指纹：导出时数据集的指纹，不要改动；读回时据此看出数据集后来有没有变化。
        """,
      en: """
        The language is 中文 or English; the date, as 2023-08-18, is the day on which the facts stood.
        Documents: those that sources speak of, the first one wherever none is named; each is a row of \
        the sheet 'document'. A line break or a ';' between them.
        Fingerprint: that of the data set as exported; leave it. An import sees by it whether the data         set has moved on.
        """
    ),
  ]

  static let markNote = BilingualText(
    zh: "记住这一行导出时是谁，改名、排序之后仍认得；不要改动。新增的行空着。",
    en:
      "Which row of the export this was, so that it is known when renamed or sorted; leave it, and "
      + "leave it empty in new rows."
  )

  static let queryNotes = [
    BilingualText(zh: "查询的名称，必填。\n例：无人负责的项目", en: "The query's name. Needed."),
    BilingualText(
      zh: "查询语言的表达式，必填。\n例：kind(project) - downstream(kind(leader), responsibility)",
      en: "An expression of the query language. Needed.\nFor example: "
        + "kind(project) - downstream(kind(leader), responsibility)"
    ),
    BilingualText(zh: "查询问的是什么，可不填。", en: "What it asks, in Chinese; may be empty."),
    BilingualText(zh: "英文说明，可不填。", en: "What it asks, in English; may be empty."),
  ]

  static let vocabularyNote = BilingualText(
    zh: "本数据集增补的类别、属性、关系和单位，由技术人员维护；每行一行 YAML，行首空格有意义。",
    en:
      "Kinds, attributes, relations and units that this data set adds: a line of YAML in each row, "
      + "whose leading spaces matter."
  )
}
