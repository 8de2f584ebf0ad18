import ArgumentParser
import Bilingual
import ChainFiles
import ChainViews

struct DiffChains: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: say("一条参考链两个版本的不同", "what differs between two editions of a chain"),
    discussion: say(
      """
      按类列出：改名、并入、拆分、收窄、扩大、移出、停用（见库中 changes.yaml），新增的环节，
      新增和取消的供给，变了的代码、角色和位置（由两版比出）。旧版放在库的 history 之下。
      示例：
        liantu chains diff swimwear 2026.1
        liantu chains diff 泳装 2026.1 2026.1 --format csv
      """,
      """
      By kind: renamed, merged, split, narrowed, widened, moved and retired, as changes.yaml of the library
      says; segments and flows that are new or gone, and other codes, roles and stages, as the editions
      show. Older editions stand under history in the library.
      Examples:
        liantu chains diff swimwear 2026.1
        liantu chains diff 泳装 2026.1 2026.1 --format csv
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("参考链的标识或名称", "the chain, by identity or name"), valueName: "chain")
  )
  var chain: String
  @Argument(help: ArgumentHelp(say("较早的版本", "the older edition"), valueName: "old"))
  var old: String
  @Argument(
    help: ArgumentHelp(
      say("较晚的版本（缺省为现行的）", "the younger edition (default: the present one)"),
      valueName: "new"
    )
  )
  var new: String?
  @OptionGroup var library: ChainLibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = library.lang ?? Speech.language
    let folder = try library.folder()
    let compared: ComparedEditions
    do throws(ComparedEditions.Fault) {
      compared = try ComparedEditions(of: chain, from: old, to: new, library: folder)
    } catch {
      throw Failure(.notFound, message(of: error), in: language)
    }
    let answer = Answer.editions(
      of: compared.name,
      from: compared.old,
      to: compared.new,
      compared.changes
    )
    try output.write(answer, language: language, date: nil)
  }

  private func message(of fault: ComparedEditions.Fault) -> BilingualText {
    switch fault {
    case .noChain(let names):
      BilingualText(
        zh: "参考链库中没有“\(chain)”；有：\(names.joined(separator: "、"))",
        en: "the library has no chain '\(chain)'; it has: \(names.joined(separator: ", "))"
      )
    case .noEdition(let edition, let known):
      BilingualText(
        zh: "没有“\(chain)”的 \(edition) 版；有：\(known.joined(separator: "、"))",
        en: "there is no edition \(edition) of '\(chain)'; there are: "
          + known.joined(separator: ", ")
      )
    case .noWay:
      BilingualText(
        zh: "changes.yaml 没有从 \(old) 版到 \(new ?? "现行版") 的变化；较早的写在前面",
        en: "changes.yaml does not lead from edition \(old) to \(new ?? "the present one"); "
          + "the older edition comes first"
      )
    }
  }
}
