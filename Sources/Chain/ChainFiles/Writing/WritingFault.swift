public import Diagnostics
public import Bilingual

/// Why a data set cannot be written as YAML.
public enum WritingFault: LiantuError, Hashable {
  /// It names no document, and a folder of YAML must name what it cites.
  case noDocument
  /// Its vocabulary is not the built-in one with additions; the first word that differs.
  case foreignVocabulary(String)
  /// No text refers to a node and to no other; its identity.
  case unnameable(String)
  /// No word means an option and no other; the attribute and the option's key.
  case ambiguousOption(attribute: String, option: String)
  /// What was written would be read as something else: a value that YAML data cannot hold, such as
  /// a text with space at its ends. Says what differs.
  case unfaithful(String)

  /// A stable name.
  public var code: String {
    switch self {
    case .noDocument: "no-document"
    case .foreignVocabulary: "foreign-vocabulary"
    case .unnameable: "unnameable-node"
    case .ambiguousOption: "ambiguous-option"
    case .unfaithful: "unfaithful-yaml"
    }
  }

  /// The reason, for people.
  public var message: BilingualText {
    switch self {
    case .noDocument:
      BilingualText(
        zh: "数据集没有文件节点可作出处，无法写成 YAML",
        en: "the data set names no document to cite and cannot be written as YAML"
      )
    case .foreignVocabulary(let word):
      BilingualText(
        zh: "词汇表改动了内置的“\(word)”，无法写成 YAML",
        en: "the vocabulary redefines the built-in '\(word)' and cannot be written as YAML"
      )
    case .unnameable(let id):
      BilingualText(
        zh: "“\(id)”与别的节点同名，无法引用",
        en: "no text refers to '\(id)' alone"
      )
    case .ambiguousOption(let attribute, let option):
      BilingualText(
        zh: "“\(attribute)”的取值“\(option)”没有独有的写法",
        en: "no word means the value '\(option)' of '\(attribute)' alone"
      )
    case .unfaithful(let what):
      BilingualText(
        zh: "有的内容 YAML 数据集容纳不了：\(what)",
        en: "some content does not fit a data set of YAML: \(what)"
      )
    }
  }
}
