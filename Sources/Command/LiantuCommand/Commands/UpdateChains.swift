import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
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
    abstract: say("数据集所用的参考链换版的计划", "a plan for new editions of the chains in use"),
    discussion: say(
      """
      列出所用的版本、库中现行的版本，chains.lock 是否一致；换成现行版本时哪些随之改指（改名、并入、移出），
      哪些待核（拆分、收窄、扩大、停用，所述不动，各有文件和行），新增与取消什么，写在 uses 之下的行，
      以及哪些环节的结论不同：库变，或（与 --since 所指的较早数据相比）市变。不改任何文件。
      --write 写下 chains.lock：所用版本此刻的内容，以后它变了会报错。
      示例：
        liantu chains update --dataset Data/huludao-2023
        liantu chains update --dataset Data/huludao-2023 --since Data/huludao-2023
      """,
      """
      Lists the editions that are used, the present ones of the library, and whether chains.lock agrees; with
      the present ones, what follows by itself (renamed, merged, moved), what somebody has to look at (split,
      narrowed, widened, retired: statements stay, each with its file and line), what is new and what is
      gone, the lines to write under uses, and which verdicts differ: from the library, or from the city since
      the earlier data that --since names. Changes nothing. --write writes chains.lock: what the editions in
      use say now, so that a later change of them is an error.
      Examples:
        liantu chains update --dataset Data/huludao-2023
        liantu chains update --dataset Data/huludao-2023 --since Data/huludao-2023
      """
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: ArgumentHelp(say("写下 chains.lock", "write chains.lock")))
  var write = false
  @Option(
    help: ArgumentHelp(
      say(
        "同一数据集较早的一份：结论的变化分为库变和市变",
        "an earlier copy of the data set: tells apart what the library and what the city changed"
      ),
      valueName: "folder"
    )
  )
  var since: String?

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
    if write { try refuseSilence(used, since: old, language) }
    let chains = used.chains.map { chain in
      Answer.UsedChain(
        id: chain.id,
        name: chain.name,
        edition: chain.edition,
        present: chain.present,
        isLocked: write ? true : old?.lines[chain.id].map { $0 == used.lock.lines[chain.id] }
      )
    }
    guard let update = ChainUpdate(folder) else { throw unreadable(folder, language) }
    let verdicts = try verdicts(update, folder, language)
    try output.write(.chainUpdate(chains, update.plan, verdicts), language: language, date: nil)
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

  /// A lock that went to a younger edition without a word of which one the data speak of would hide what is
  /// to be looked at.
  private func refuseSilence(
    _ used: LockedChains,
    since old: ChainLock?,
    _ language: Language
  ) throws(Failure) {
    for chain in used.chains where !chain.saysAfter {
      guard let locked = old?.lines[chain.id]?.edition, chain.past.contains(locked) else {
        continue
      }
      throw Failure(
        .faulty,
        BilingualText(
          zh: "“\(chain.name)”从 \(locked) 版换到 \(chain.edition) 版，没有写 after：要人看的变化不会标出，没有写锁。"
            + "在 uses 之下加 after: \"\(locked)\"；变化都看过了，就写 after: \"\(chain.edition)\"",
          en:
            "'\(chain.name)' goes from edition \(locked) to \(chain.edition) without after:, and what is to be looked "
            + "at would not be shown; no lock is written. Add after: \"\(locked)\" under uses, or, all being looked at, "
            + "after: \"\(chain.edition)\""
        ),
        in: language
      )
    }
  }

  private func unreadable(_ folder: String, _ language: Language) -> Failure {
    Failure(
      .faulty,
      BilingualText(
        zh: "\(folder) 所用的参考链读不出来；先看 liantu check",
        en: "the chains that \(folder) uses cannot be read; see 'liantu check' first"
      ),
      in: language
    )
  }

  // MARK: Verdicts

  /// The verdicts that differ: those that do when the library alone is another, and of earlier data the rest.
  private func verdicts(
    _ update: ChainUpdate,
    _ folder: String,
    _ language: Language
  ) throws(Failure) -> [VerdictChange] {
    guard let since else {
      guard !update.plan.lines.isEmpty else { return [] }
      return try readings(of: update, language).changes
    }
    guard OutputFile.isFolder(since) else {
      throw Failure(
        .notFound,
        BilingualText(zh: "没有文件夹 \(since)", en: "there is no folder \(since)"),
        in: language
      )
    }
    let library = ChainLibrary(of: folder)
    guard let earlier = ChainUpdate(since, library: library) else {
      throw unreadable(since, language)
    }
    let was = try readings(of: earlier, language)
    let now = try readings(of: update, language)
    return was.changes
      + VerdictChange.changes(from: was.present, to: now.present, following: [:], cause: .city)
  }

  /// A data set with the present editions, and what these make of its verdicts; a failure where it has errors
  /// then.
  private func readings(
    of update: ChainUpdate,
    _ language: Language
  ) throws(Failure) -> (present: ChainGraph, changes: [VerdictChange]) {
    let (pinned, present) = update.datasets()
    guard let old = pinned.dataset?.graph, let new = present.dataset?.graph else {
      let renderer = DiagnosticRenderer(
        language: language,
        isColored: Terminal.isColored(.error)
      )
      Terminal.complain(renderer.report(pinned.dataset == nil ? pinned : present))
      throw Failure(.faulty)
    }
    let changes = VerdictChange.changes(
      from: old,
      to: new,
      following: update.following,
      cause: .library
    )
    return (new, changes)
  }
}
