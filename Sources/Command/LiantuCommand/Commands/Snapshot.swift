import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct Snapshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "把数据集写成一个快照文件，打开时不必通读",
      "write a data set as one file that opens without being read"
    ),
    discussion: say(
      """
      快照含全部事实、出处、命名查询、主题和成套清单；各命令以 --dataset 指明它即可使用。
      同一数据集生成的快照逐字节相同；数据改动后须重新生成。
      示例：
        liantu snapshot Data/huludao-2023 -o huludao.liantu
        liantu gaps 泳装 --dataset huludao.liantu
        liantu check --dataset huludao.liantu
      """,
      """
      A snapshot holds all facts with their sources, the named queries, the theme and the packs; every
      command opens one that --dataset names. The same data set gives the same bytes; when the data
      changes, make the snapshot anew.
      Examples:
        liantu snapshot Data/huludao-2023 -o huludao.liantu
        liantu gaps 泳装 --dataset huludao.liantu
        liantu check --dataset huludao.liantu
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("数据集；缺省同 --dataset", "the data set; by default that of --dataset"),
      valueName: "dataset"
    )
  )
  var source: String?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入文件", "write to a file"), valueName: "file")
  )
  var output: String
  @OptionGroup var dataset: DatasetOptions

  func validate() throws {
    try FileEnding.check(output, among: ["liantu"])
    guard source != nil, dataset.dataset != nil else { return }
    throw ValidationError(
      say("数据集只指明一次", "name the data set once")
    )
  }

  func run() throws {
    var options = dataset
    options.dataset = source ?? dataset.dataset
    let session = try Session(options)
    let companions = try session.companions()
    try OutputFile.write(to: output) { sink throws(Failure) in
      // Whatever day is asked about later, a snapshot knows of all of them.
      let whole = session.dataset.isStatedAlone ? session.whole.statedByDocuments() : session.whole
      try whole.writeSnapshot(companions: companions, to: sink)
    }
  }
}

extension Session {
  /// Everything that stands beside the data: the theme, the packs and what was decided of registers.
  fileprivate func companions() throws(Failure) -> [Companion] {
    guard travelling.isEmpty else { return travelling }
    let parts: [(folder: String, holds: (Substring) -> Bool)] = [
      ("packs", FolderListing.isYAMLInPlace),
      (FolderListing.attachments, FolderListing.isOfAttachments),
      (FolderListing.plans, FolderListing.isTableInPlace),
      (FolderListing.journal, FolderListing.isTableInPlace),
    ]
    let inside = parts.flatMap { part in
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part.folder)) ?? []
      return names.filter { part.holds($0[...]) }.sorted().map { "\(part.folder)/\($0)" }
    }
    var companions: [Companion] = []
    for path in ["theme.yaml", FolderListing.reporting] + inside {
      guard case .file(let own) = try companion(path) else { continue }
      guard let bytes = FileManager.default.contents(atPath: own) else {
        throw Failure(
          .machine,
          BilingualText(zh: "无法读取文件：\(own)", en: "cannot read the file: \(own)")
        )
      }
      companions.append(Companion(path: path, bytes: Array(bytes)))
    }
    return companions
  }
}
