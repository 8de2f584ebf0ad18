public import Bilingual

extension BulkWriter.Failure {
  /// A stable name.
  public var code: String {
    switch self {
    case .reservedName: "reserved-column"
    case .mixedList: "mixed-list"
    case .semicolon: "semicolon-in-list"
    }
  }

  /// What is wrong.
  public var message: BilingualText {
    switch self {
    case .reservedName(let name):
      BilingualText(
        zh: "属性 \(name.name) 与表的固定列同名，不能写成表",
        en: "the attribute \(name.name) is called like a column of its own"
      )
    case .mixedList(let name):
      BilingualText(
        zh: "属性 \(name.name) 在有的类别中是列表，在有的类别中不是，不能写成一列",
        en:
          "the attribute \(name.name) is a list for one kind and none for another: it fits no column"
      )
    case .semicolon(let node, let text):
      BilingualText(
        zh: "“\(node)”的“\(text)”含有分号，而表用分号分隔列表",
        en: "'\(text)' of '\(node)' holds a semicolon, which parts the lists of a table"
      )
    }
  }

  /// What to do.
  public var help: BilingualText? {
    switch self {
    case .reservedName:
      BilingualText(zh: "请在 ontology.yaml 中改名", en: "rename it in ontology.yaml")
    case .mixedList: nil
    case .semicolon: BilingualText(zh: "请改用顿号或全角分号", en: "write another sign")
    }
  }
}
