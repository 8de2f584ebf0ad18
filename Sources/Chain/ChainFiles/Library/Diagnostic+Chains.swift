import Bilingual
import ChainModel
import Diagnostics

/// Faults of the chains that a data set uses.
extension Diagnostic {
  static func exceptWithoutReason(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "except-without-reason",
      message: BilingualText(
        zh: "没有说明为什么不用这些环节",
        en: "it is not said why these segments are left out"
      ),
      help: BilingualText(zh: "加上 because: 一句话", en: "add because: with a word why"),
      at: location
    )
  }

  static func unknownChain(_ id: String, names: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-chain",
      message: BilingualText(zh: "参考链库中没有“\(id)”", en: "the library has no chain '\(id)'"),
      help: names.isEmpty
        ? BilingualText(
          zh: "没有找到参考链库；用 --chains 指明文件夹",
          en: "no library of chains is found; name its folder with --chains"
        )
        : .instead(of: id, among: names, zh: "参考链有：", en: "the chains are: "),
      at: location
    )
  }

  static func unpinnedChain(_ id: String, present: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unpinned-chain",
      message: BilingualText(
        zh: "没有写明“\(id)”的版本，用的是现行的 \(present)",
        en: "no edition of '\(id)' is named; the present one, \(present), is used"
      ),
      help: BilingualText(zh: "加上 edition: \"\(present)\"", en: "add edition: \"\(present)\""),
      at: location
    )
  }

  static func unknownEdition(
    _ edition: String,
    of id: String,
    present: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-edition",
      message: BilingualText(
        zh: "参考链库中没有“\(id)”的 \(edition) 版；现行的是 \(present)",
        en: "the library has no edition \(edition) of '\(id)'; the present one is \(present)"
      ),
      help: BilingualText(
        zh: "liantu chains update 列出换版后的变化",
        en: "'liantu chains update' tells what another edition changes"
      ),
      at: location
    )
  }

  static func unknownSegment(
    _ name: String,
    of chain: String,
    names: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-chain-segment",
      message: BilingualText(
        zh: "参考链“\(chain)”中没有环节“\(name)”",
        en: "the chain '\(chain)' has no segment '\(name)'"
      ),
      help: .didYouMean(name, among: names),
      at: location
    )
  }

  static func unknownImport(_ name: String, of chain: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-import",
      message: BilingualText(
        zh: "“\(chain)”引用的环节“\(name)”不在任何参考链中",
        en: "'\(chain)' imports '\(name)', which is in no chain"
      ),
      at: location
    )
  }

  static func unlockedChain(_ id: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unlocked-chain",
      message: BilingualText(
        zh: "\(ChainLock.name) 里没有“\(id)”：以后它变了看不出来",
        en: "\(ChainLock.name) does not hold '\(id)': a later change of it would go unseen"
      ),
      help: BilingualText(
        zh: "liantu chains update --write 写下",
        en: "'liantu chains update --write' writes it"
      ),
      at: location
    )
  }

  static func staleLock(
    _ id: String,
    locked: String,
    asked: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "stale-chain-lock",
      message: BilingualText(
        zh: "“\(id)”用的是 \(asked) 版，\(ChainLock.name) 里还是 \(locked) 版",
        en: "'\(id)' is used in edition \(asked), and \(ChainLock.name) still holds \(locked)"
      ),
      help: BilingualText(
        zh: "看过变化之后用 liantu chains update --write 写下",
        en: "look at the changes, then write them with 'liantu chains update --write'"
      ),
      at: location
    )
  }

  static func changedChain(
    _ id: String,
    edition: String,
    path: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "changed-chain",
      message: BilingualText(
        zh: "“\(id)” \(edition) 版的内容变了，版本号没有变：\(path)",
        en:
          "what edition \(edition) of '\(id)' says has changed, though its number has not: \(path)"
      ),
      help: BilingualText(
        zh: "看过变化之后用 liantu chains update --write 重新写下，或换回原来的文件",
        en:
          "look at the change, then lock it with 'liantu chains update --write', or restore the file"
      ),
      at: location
    )
  }

  static func badLock(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "bad-chain-lock",
      message: BilingualText(zh: "\(path) 不是参考链的锁文件", en: "\(path) is no lock of chains"),
      help: BilingualText(
        zh: "删去它，再用 liantu chains update --write 写下",
        en: "remove it, then write it with 'liantu chains update --write'"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func twoEditions(_ id: String, _ editions: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "two-editions",
      message: BilingualText(
        zh: "“\(id)”同时用了两个版本：\(editions.joined(separator: "、"))",
        en: "'\(id)' is used in two editions: \(editions.joined(separator: ", "))"
      ),
      at: location
    )
  }
}
