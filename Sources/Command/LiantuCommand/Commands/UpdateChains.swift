import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainViews
import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct UpdateChains: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: say("数据集所用的参考链与库中现行版本", "the chains that a data set uses, beside the library"),
    discussion: say(
      """
      列出所用的版本、库中现行的版本，以及 chains.lock 是否一致；不改任何文件。
      --write 写下 chains.lock：所用版本此刻的内容，以后它变了会报错。
      示例：
        liantu chains update --dataset Data/huludao-2023
      """,
      """
      Lists the editions that are used, the present ones of the library, and whether chains.lock agrees;
      changes nothing. --write writes chains.lock: what the editions in use say now, so that a later
      change of them is an error.
      Examples:
        liantu chains update --dataset Data/huludao-2023
      """
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: ArgumentHelp(say("写下 chains.lock", "write chains.lock")))
  var write = false

  func run() throws {
    let folder = try Session.locate(dataset)
    let language = dataset.lang ?? Speech.language
    guard let used = LockedChains(folder) else {
      throw Failure(
        .faulty,
        BilingualText(
          zh: "所用的参考链读不出来；先看 liantu check",
          en: "the chains in use cannot be read; see 'liantu check' first"
        ),
        in: language
      )
    }
    let path = folder + "/" + ChainLock.name
    let old = FileManager.default.contents(atPath: path).flatMap { ChainLock(bytes: Array($0)) }
    let chains = used.chains.map { chain in
      Answer.UsedChain(
        id: chain.id,
        name: chain.name,
        edition: chain.edition,
        present: chain.present,
        isLocked: old?.lines[chain.id].map { $0 == used.lock.lines[chain.id] }
      )
    }
    try output.write(.usedChains(chains), language: language, date: nil)
    guard write, used.lock != old else { return }
    guard !used.lock.lines.isEmpty else {
      throw Failure(
        .usage,
        BilingualText(zh: "数据集没有用参考链", en: "the data set uses no chains"),
        in: language
      )
    }
    try OutputFile.write(used.lock.bytes, to: path)
    Terminal.tell(BilingualText(zh: "已写好 \(path)", en: "written: \(path)")[language])
  }
}
