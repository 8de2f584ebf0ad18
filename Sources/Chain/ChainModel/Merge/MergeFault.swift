package import Bilingual
import Diagnostics
import GraphKernel

/// Why two edits of one data set make none together.
package enum MergeFault: LiantuError, Hashable {
  /// The vocabulary that a value was written in is not that of the data set any more.
  case vocabulary(String)
  /// A document that one side cites was removed by the other.
  case documentGone(String)
  /// One side gave a name to a node, and the other gave it to another of the kind.
  case sameName(String, kind: BilingualText, other: String)
  /// What one side edited is another data set than that of the other, as their titles and regions say.
  case foreign(mine: BilingualText, theirs: BilingualText)
  /// Each edit is sound, and both together are not.
  case unsound(GraphFaults, names: [String])

  /// A stable name.
  package var code: String {
    switch self {
    case .vocabulary: "merge-vocabulary"
    case .documentGone: "merge-document"
    case .sameName: "merge-same-name"
    case .foreign: "merge-foreign"
    case .unsound: "merge-unsound"
    }
  }

  /// What is wrong.
  package var message: BilingualText {
    switch self {
    case .vocabulary(let name):
      BilingualText(
        zh: "数据集的词汇在导出之后有了变化，工作簿里的“\(name)”不再适用",
        en: "the data set's vocabulary has changed since the export, and '\(name)' does not fit it"
      )
    case .documentGone(let name):
      BilingualText(
        zh: "一方删除了文件“\(name)”，另一方还在引用它",
        en: "one side removed the document '\(name)', and the other still cites it"
      )
    case .sameName(let name, let kind, let other):
      BilingualText(
        zh: "两边的改动合在一起，会有两个\(kind.zh)同名“\(name)”"
          + (other == name ? "" : "：其中一个原名“\(other)”"),
        en: "the two edits together would make two of \(kind.en) called '\(name)'"
          + (other == name ? "" : ", one of them '\(other)' before")
      )
    case .foreign(let mine, let theirs):
      BilingualText(
        zh: "工作簿是“\(mine.zh)”的，文件夹里的数据集是“\(theirs.zh)”的",
        en: "the workbook is of '\(mine.en)', and the data set in the folder of '\(theirs.en)'"
      )
    case .unsound(let faults, let names):
      BilingualText(
        zh: "两边的改动各自没有问题，合在一起不成立：" + Self.text(faults, names).zh,
        en: "each edit is sound, and both together are not: " + Self.text(faults, names).en
      )
    }
  }

  /// What to do.
  package var help: BilingualText? {
    switch self {
    case .vocabulary:
      BilingualText(
        zh: "重新导出工作簿，把改动移过去",
        en: "export a new workbook and make the changes in that"
      )
    case .documentGone:
      BilingualText(
        zh: "用 --mine 选定该文件所在的行以保留它，或在工作簿里改掉引用",
        en: "keep its row with --mine, or cite something else in the workbook"
      )
    case .foreign:
      BilingualText(
        zh: "核对 -o 所指的文件夹；要做成新的数据集，就指向一个空文件夹",
        en: "look whether -o names the right folder; an empty one becomes a new data set"
      )
    case .unsound, .sameName:
      BilingualText(
        zh: "在工作簿里改掉其中一处再导入",
        en: "change one of them in the workbook and import it again"
      )
    }
  }

  private static func text(_ faults: GraphFaults, _ names: [String]) -> BilingualText {
    func name(_ node: NodeIndex) -> String {
      names.indices.contains(node.position) ? names[node.position] : ""
    }
    switch faults.faults.first {
    case .containmentCycle(let nodes):
      let circle = nodes.map(name).joined(separator: " → ")
      return BilingualText(zh: "互为组成：\(circle)", en: "parts of one another: \(circle)")
    case .duplicateIdentity(let node, _):
      return BilingualText(
        zh: "两个对象同为“\(name(node))”",
        en: "two nodes have the identity of '\(name(node))'"
      )
    case .missingOrigin(let node):
      return BilingualText(zh: "“\(name(node))”没有出处", en: "'\(name(node))' has no source")
    case .forbiddenRelation, .duplicateRelation, nil:
      return BilingualText(zh: "关系不成立", en: "a relation cannot be")
    }
  }
}
