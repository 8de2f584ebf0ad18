public import Diagnostics
public import Bilingual

/// Why there is no such page: what its reader should know, and the status of the answer.
public struct PageFault: LiantuError, Hashable {
  /// The status of HTTP: 400 for an address that cannot be read, 404 for what is not there.
  public let status: Int
  /// What is wrong, in the words of whoever asked.
  public let message: BilingualText

  /// A stable name.
  public var code: String {
    switch status {
    case 400: "bad-address"
    case 404: "unknown-page"
    default: "no-page"
    }
  }

  /// What the status says.
  public var cause: ErrorCause {
    switch status {
    case 400: .usage
    case 404: .notFound
    default: .machine
    }
  }

  /// A fault with a status of one's own, such as 503.
  public init(status: Int, _ message: BilingualText) {
    self.status = status
    self.message = message
  }

  static func unknownPage(_ path: String) -> Self {
    PageFault(status: 404, BilingualText(zh: "没有这个页面：\(path)", en: "there is no page \(path)"))
  }

  static func unreadable(_ text: String) -> Self {
    PageFault(
      status: 400,
      BilingualText(zh: "地址写错了：\(text)", en: "the address cannot be read: \(text)")
    )
  }

  static func unknownParameter(_ name: String) -> Self {
    PageFault(
      status: 400,
      BilingualText(zh: "地址中没有“\(name)”这个参数", en: "an address has no parameter '\(name)'")
    )
  }

  static func unknownValue(_ value: String, of name: String, among words: [String]) -> Self {
    PageFault(
      status: 400,
      BilingualText(
        zh: "\(name) 不能是“\(value)”；可以是：\(words.joined(separator: "、"))",
        en: "\(name) cannot be '\(value)'; it can be: \(words.joined(separator: ", "))"
      )
    )
  }

  /// That a home is asked for as a picture.
  static func hasNoPicture(_ path: String) -> Self {
    PageFault(
      status: 404,
      BilingualText(
        zh: "主页没有图：\(path)；可下载 .xlsx、.csv 或 .json",
        en: "a home has no picture: \(path); it can be had as .xlsx, .csv or .json"
      )
    )
  }

  /// That what was named answers for nothing, being neither a leader nor a department.
  static func hasNoHome(_ name: String) -> Self {
    PageFault(
      status: 404,
      BilingualText(
        zh: "“\(name)”不是领导或部门，没有主页；搜索它就能看到它的图和清单",
        en:
          "'\(name)' is no leader or department and has no home; search for it to see its pictures"
      )
    )
  }

  static func unknownNode(_ id: String, isStatedAlone: Bool) -> Self {
    PageFault(
      status: 404,
      isStatedAlone
        ? BilingualText(
          zh: "文件没有提到“\(id)”；去掉“只看文件所载”再试",
          en: "no document states '\(id)'; try again with general knowledge"
        )
        : BilingualText(zh: "没有“\(id)”", en: "there is no '\(id)'")
    )
  }
}
