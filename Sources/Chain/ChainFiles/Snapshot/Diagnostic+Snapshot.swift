import Bilingual
import Diagnostics

/// Faults of a snapshot as a whole.
extension Diagnostic {
  static func snapshot(_ fault: SnapshotSections.Fault, _ path: String) -> Self {
    let anew = BilingualText(
      zh: "用 liantu snapshot 从原数据集重新生成",
      en: "make it anew from its data set with liantu snapshot"
    )
    let renamed = BilingualText(
      zh: "再运行一次；更换快照时先写成另一个文件，写完再改名覆盖",
      en: "run it again; to replace a snapshot, write another file and rename it when it is whole"
    )
    let (code, message): (String, BilingualText) =
      switch fault {
      case .unreadable:
        ("unreadable-file", BilingualText(zh: "无法读取文件", en: "the file cannot be read"))
      case .foreign:
        (
          "foreign-snapshot",
          BilingualText(zh: "这不是链图快照文件", en: "this is no snapshot of liantu")
        )
      case .version(let version):
        (
          "snapshot-version",
          BilingualText(
            zh: "快照格式版本为 \(version)，本程序只认版本 \(SnapshotLayout.version)",
            en: "the snapshot has version \(version), and this program knows version "
              + "\(SnapshotLayout.version)"
          )
        )
      case .truncated(let length):
        (
          "truncated-snapshot",
          BilingualText(
            zh: "快照文件不完整：应有 \(length) 字节",
            en: "the snapshot ends too soon: it should have \(length) bytes"
          )
        )
      case .damaged:
        (
          "damaged-snapshot",
          BilingualText(zh: "快照文件已损坏", en: "the snapshot is damaged")
        )
      case .changed:
        (
          "changed-snapshot",
          BilingualText(
            zh: "快照文件在读取时被改动",
            en: "the snapshot was changed while it was read"
          )
        )
      }
    let help: BilingualText? =
      switch fault {
      case .unreadable: nil
      case .changed: renamed
      case .foreign: command(taking: path) ?? anew
      default: anew
      }
    return Diagnostic(
      .error,
      code: code,
      message: message,
      help: help,
      at: Location(path: path, range: nil)
    )
  }
}
