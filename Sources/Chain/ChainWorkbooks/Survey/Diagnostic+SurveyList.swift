import Bilingual
import Diagnostics

/// What is told of a list to survey by as a whole, and of what it meets in the data set.
extension Diagnostic {
  static func surveyWithoutColumn(_ heading: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-without-column",
      message: BilingualText(
        zh: "这份摸排清单没有“\(heading)”列",
        en: "this list to survey by has no column '\(heading)'"
      ),
      help: BilingualText(
        zh: "在表头这一行补上“\(heading)”列并填写",
        en: "add the column '\(heading)' to the row of headings and fill it in"
      ),
      at: location
    )
  }

  static func surveyColumnUnread(_ heading: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "survey-column-unread",
      message: heading.isEmpty
        ? BilingualText(zh: "没有表头的一列，其中的内容没有读入", en: "a column without a heading is not read")
        : BilingualText(
          zh: "摸排清单没有“\(heading)”这一列，其中的内容没有读入",
          en: "a list to survey by has no column '\(heading)': what stands there is not read"
        ),
      help: BilingualText(
        zh: "要留下的，写在“依据”列，或写进数据集",
        en: "write what is to stay as the basis (依据, by what), or into the data set"
      ),
      at: location
    )
  }

  /// The first few of many names.
  private static func some(of names: [String]) -> BilingualText {
    let shown = names.prefix(3)
    let isCut = names.count > shown.count
    return BilingualText(
      zh: shown.joined(separator: "、") + (isCut ? " 等" : ""),
      en: shown.joined(separator: ", ") + (isCut ? ", …" : "")
    )
  }

  /// Nothing was found, and the data set has enterprises there.
  static func surveyContradicts(
    _ segment: String,
    _ enterprises: [String],
    at location: Location
  ) -> Self {
    let some = some(of: enterprises)
    return Diagnostic(
      .warning,
      code: "survey-contradicts",
      message: BilingualText(
        zh: "结果为无，而数据集中有企业从事“\(segment)”：\(some.zh)",
        en: "the result is no, and enterprises of the data set operate in '\(segment)': \(some.en)"
      ),
      help: BilingualText(
        zh: "核实哪一个是对的；企业已停的，在数据集中删去这条关系",
        en: "find out which is right; where an enterprise has ended, remove the relation"
      ),
      at: location
    )
  }

  /// What an earlier reading wrote, and somebody has taken out or changed since.
  static func surveyMovedOn(
    _ segment: String,
    _ enterprises: [String],
    at location: Location
  ) -> Self {
    let some = some(of: enterprises)
    return Diagnostic(
      .warning,
      code: "survey-moved-on",
      message: BilingualText(
        zh: "上次读入以后，数据集中“\(segment)”的这些企业已改名或删去，不再写回：\(some.zh)",
        en:
          "since the list was last read, these enterprises of '\(segment)' were renamed or removed in "
          + "the data set, and are not written back: \(some.en)"
      ),
      help: BilingualText(
        zh: "改名的，把清单上的名称记为别名，以后就认得",
        en: "where it is another name, keep that of the list as an alias; then it is known"
      ),
      at: location
    )
  }

  /// An enterprise that is new, and a name much like it that is not.
  static func similarEnterprise(
    _ name: String,
    _ others: [String],
    at location: Location
  ) -> Self {
    let list = others.joined(separator: "、")
    return Diagnostic(
      .warning,
      code: "similar-enterprise",
      message: BilingualText(
        zh: "“\(name)”作为新的企业写入，而数据集中有相近的：\(list)",
        en:
          "'\(name)' is written as a new enterprise, and the data set has some much like it: \(list)"
      ),
      help: BilingualText(
        zh: "若是同一家，在清单里写原有的名称，或在数据集中把它记为别名",
        en: "if they are one, write the name that the data set has, or make this an alias there"
      ),
      at: location
    )
  }
}
