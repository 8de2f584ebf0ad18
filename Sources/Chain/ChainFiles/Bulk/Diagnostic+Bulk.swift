import Bilingual
package import CSV
package import ChainModel
package import Diagnostics

/// Faults of nodes.csv and edges.csv.
extension Diagnostic {
  package static func raggedRow(cells: Int, of wanted: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "ragged-row",
      message: BilingualText(
        zh: "此行有 \(cells) 格，表头有 \(wanted) 格",
        en: "the row has \(cells) cells, and the header has \(wanted)"
      ),
      help: BilingualText(
        zh: "含逗号或换行的内容要加英文双引号；不要有空行",
        en: "quote what holds a comma or a line end, and leave no empty line"
      ),
      at: location
    )
  }

  package static func csvSyntax(_ problem: CSVBreak.Problem, at location: Location) -> Self {
    let (message, help) = wording(problem)
    return Diagnostic(.error, code: "csv-syntax", message: message, help: help, at: location)
  }

  private static func wording(
    _ problem: CSVBreak.Problem
  ) -> (message: BilingualText, help: BilingualText?) {
    let doubling = BilingualText(
      zh: "整格加双引号，其中的双引号写两遍",
      en: "quote the whole cell, and write each quote in it twice"
    )
    switch problem {
    case .strayQuote:
      return (
        BilingualText(zh: "未加引号的内容中有双引号", en: "a quote stands in a cell without quotes"), doubling
      )
    case .textAfterQuote:
      return (
        BilingualText(zh: "引号结束之后还有内容", en: "something follows the quote that ends a cell"),
        doubling
      )
    case .unterminatedQuote:
      return (BilingualText(zh: "引号没有结束", en: "no quote ends this cell"), nil)
    case .bareReturn:
      return (
        BilingualText(zh: "单独的回车符", en: "a carriage return stands alone"),
        BilingualText(zh: "行末用 LF 或 CRLF", en: "end lines with LF or CRLF")
      )
    case .nul:
      return (
        BilingualText(zh: "含有零字节", en: "a byte of zero"),
        BilingualText(zh: "用 UTF-8 编码另存为 CSV", en: "save it again as CSV in UTF-8")
      )
    }
  }

  static func rowTooLong(limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "row-too-long",
      message: BilingualText(
        zh: "一行超过 \(limit >> 20) MiB 的上限",
        en: "the row is longer than \(limit >> 20) MiB"
      ),
      help: BilingualText(zh: "看看引号是否没有结束", en: "look for a quote that does not end"),
      at: location
    )
  }

  static func missingHeader(_ header: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-header",
      message: BilingualText(zh: "表头缺少“\(header)”", en: "the header lacks '\(header)'"),
      at: location
    )
  }

  static func unknownHeader(_ header: String, headers: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-header",
      message: BilingualText(zh: "未知的表头“\(header)”", en: "unknown header '\(header)'"),
      help: .instead(of: header, among: headers, zh: "表头有：", en: "the headers are: "),
      at: location
    )
  }

  package static func duplicateHeader(_ header: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-header",
      message: BilingualText(zh: "表头“\(header)”写了两次", en: "the header '\(header)' stands twice"),
      at: location
    )
  }

  static func wrongHeaderType(
    _ type: String,
    of name: String,
    types: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "wrong-type",
      message: BilingualText(
        zh: "“\(name)”的类型不能是“\(type)”",
        en: "'\(name)' cannot be of type '\(type)'"
      ),
      help: BilingualText(
        zh: "写作 " + types.map { "\(name):\($0)" }.joined(separator: " 或 "),
        en: "write " + types.map { "\(name):\($0)" }.joined(separator: " or ")
      ),
      at: location
    )
  }

  static func unknownIdentity(_ id: String, candidates: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-reference",
      message: BilingualText(
        zh: "nodes.csv 中没有标识“\(id)”",
        en: "nodes.csv has no node with the identity '\(id)'"
      ),
      help: .didYouMean(id, among: candidates),
      at: location
    )
  }

  /// - Parameter labelled: the relation that has `name` as its phrase for people.
  package static func unknownRelation(
    _ name: String,
    relations: [String],
    labelled: RelationDefinition? = nil,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-relation",
      message: BilingualText(zh: "未知的关系“\(name)”", en: "unknown relation '\(name)'"),
      help: labelled.map { BilingualText.didYouMean([$0.kind.name]) }
        ?? .instead(of: name, among: relations, zh: "关系有：", en: "the relations are: "),
      at: location
    )
  }

  static func foreignAttribute(_ name: String, of kind: KindDefinition, at location: Location)
    -> Self
  {
    .unknownField(name, of: kind.label, fields: kind.attributes.map(\.name.name), at: location)
  }

  static func mixedForms(_ file: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "mixed-forms",
      message: BilingualText(
        zh: "有 nodes.csv 的数据集不读 \(file)",
        en: "a data set with nodes.csv does not read \(file)"
      ),
      help: BilingualText(
        zh: "把其中的内容并入 CSV，或把文件移走",
        en: "put what it holds into the CSV files, or move it away"
      ),
      at: location
    )
  }

  static func tooMuchText(limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "file-too-large",
      message: BilingualText(
        zh: "文件超过 \(limit >> 30) GiB 的上限",
        en: "the file is larger than \(limit >> 30) GiB"
      ),
      at: location
    )
  }
}

extension Diagnostic {
  package static func otherSeparator(_ mark: Character, at location: Location) -> Self {
    let shown =
      mark == "\t" ? BilingualText(zh: "制表符", en: "a tab") : BilingualText(same: String(mark))
    return Diagnostic(
      .error,
      code: "other-separator",
      message: BilingualText(
        zh: "各格之间是\(shown.zh)，不是逗号",
        en: "the cells are parted by \(shown.en), not by a comma"
      ),
      help: BilingualText(zh: "另存为逗号分隔的 CSV", en: "save it again as CSV with commas"),
      at: location
    )
  }

  package static func tooManyColumns(limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "too-many-columns",
      message: BilingualText(zh: "超过 \(limit) 列", en: "more than \(limit) columns"),
      at: location
    )
  }
}
