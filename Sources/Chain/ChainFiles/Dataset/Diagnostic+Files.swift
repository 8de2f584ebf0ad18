import Bilingual
package import Diagnostics

/// Faults of a file as a whole: it cannot be read, or is made to harm.
extension Diagnostic {
  static func missingFile(
    _ name: String,
    in folder: String,
    help: BilingualText = BilingualText(
      zh: "数据集是一个含有 dataset.yaml 的文件夹",
      en: "a data set is a folder that holds dataset.yaml"
    )
  ) -> Self {
    Diagnostic(
      .error,
      code: "missing-file",
      message: BilingualText(
        zh: "数据集文件夹中没有 \(name)",
        en: "the data set's folder has no \(name)"
      ),
      help: help,
      at: Location(path: folder, range: nil)
    )
  }

  /// The data set's folder or file is not there, or no longer.
  package static func missingData(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "missing-data",
      message: BilingualText(
        zh: "没有 \(path) 这个文件夹或文件",
        en: "there is no folder or file \(path)"
      ),
      at: Location(path: path, range: nil)
    )
  }

  package static func linkOutside(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "link-outside",
      message: BilingualText(
        zh: "这是一个指向数据集文件夹之外的链接",
        en: "this is a link that leads out of the data set's folder"
      ),
      help: BilingualText(
        zh: "把文件本身复制到文件夹中",
        en: "put a copy of the file itself into the folder"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func linkedFolder(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "linked-folder",
      message: BilingualText(
        zh: "这是一个指向文件夹的链接，数据集里的文件夹不能是链接",
        en: "this is a link to a folder, and folders of a data set are no links"
      ),
      help: BilingualText(
        zh: "把文件夹本身复制进来；不是数据的，移到数据集之外",
        en: "put a copy of the folder itself in its place; what is no data goes elsewhere"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func tooManyFiles(_ folder: String, limit: Int) -> Self {
    Diagnostic(
      .error,
      code: "too-many-files",
      message: BilingualText(
        zh: "文件夹中的 YAML 文件超过 \(limit) 个",
        en: "the folder holds more than \(limit) YAML files"
      ),
      at: Location(path: folder, range: nil)
    )
  }

  static func folderTooDeep(_ folder: String, limit: Int) -> Self {
    Diagnostic(
      .error,
      code: "folder-too-deep",
      message: BilingualText(
        zh: "文件夹嵌套超过 \(limit) 层",
        en: "folders are nested deeper than \(limit) levels"
      ),
      at: Location(path: folder, range: nil)
    )
  }
}
