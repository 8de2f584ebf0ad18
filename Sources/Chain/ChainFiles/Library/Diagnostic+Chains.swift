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
        zh: "写 edition: \"\(present)\"",
        en: "write edition: \"\(present)\""
      ),
      at: location
    )
  }

  static func useWithoutCluster(_ chain: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "use-without-cluster",
      message: BilingualText(
        zh: "没有写明“\(chain)”用于哪个集群：它的环节不在任何集群的链上，缺链和全景图都看不到它们",
        en:
          "'\(chain)' is used for no cluster: its segments are in no chain, and no gap or panorama has them"
      ),
      help: BilingualText(zh: "加上 for: 集群的名称", en: "add for: with the name of a cluster"),
      at: location
    )
  }

  static func undoneException(
    _ names: [String],
    of chain: String,
    in cluster: String,
    at location: Location
  ) -> Self {
    let most = 5
    let more = names.count > most ? "…" : ""
    return Diagnostic(
      .error,
      code: "undone-exception",
      message: BilingualText(
        zh: "“\(cluster)”两次用“\(chain)”，一处去除、一处又带入："
          + names.prefix(most).joined(separator: "、") + more,
        en: "'\(cluster)' uses '\(chain)' twice, and one use brings in what the other leaves out: "
          + names.prefix(most).joined(separator: ", ") + more
      ),
      help: BilingualText(zh: "把两处 uses 合为一处", en: "make one use of the two"),
      at: location
    )
  }

  static func exceptedSegment(_ name: String, of chain: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "excepted-segment",
      message: BilingualText(
        zh: "“\(name)”在 uses 之下从参考链“\(chain)”中去除了（except），这里却说到它",
        en: "'\(name)' is left out of the chain '\(chain)' under uses (except), and spoken of here"
      ),
      help: BilingualText(
        zh: "从 except 中去掉它，或不在这里说它",
        en: "take it out of except, or do not speak of it here"
      ),
      at: location
    )
  }

  static func takenLabel(_ label: String, of chain: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "taken-label",
      message: BilingualText(
        zh: "参考链“\(chain)”里另有环节叫“\(label)”，不能改用这个名称",
        en: "the chain '\(chain)' has another segment called '\(label)'"
      ),
      help: BilingualText(zh: "换一个名称", en: "choose another name"),
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
    saysAfter: Bool,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "stale-chain-lock",
      message: BilingualText(
        zh: "“\(id)”用的是 \(asked) 版，\(ChainLock.name) 里还是 \(locked) 版",
        en: "'\(id)' is used in edition \(asked), and \(ChainLock.name) still holds \(locked)"
      ),
      help: saysAfter
        ? BilingualText(
          zh: "看过变化之后用 liantu chains update --write 写下",
          en: "look at the changes, then write them with 'liantu chains update --write'"
        )
        : BilingualText(
          zh: "数据是按 \(locked) 版说的，就加上 after: \"\(locked)\"，要人看的会标出待定；"
            + "看过变化之后用 liantu chains update --write 写下",
          en:
            "where the data speak of edition \(locked), add after: \"\(locked)\", and what is to be looked at "
            + "is shown; look at the changes, then write them with 'liantu chains update --write'"
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

  static func changedLender(_ id: String, from old: String, to new: String, at path: String) -> Self
  {
    Diagnostic(
      .warning,
      code: "changed-lender",
      message: BilingualText(
        zh: "“\(id)”只借出环节，未写版本；写锁时是 \(old) 版，现在是 \(new) 版，内容变了",
        en:
          "'\(id)' lends segments without being used itself; locked in edition \(old), it is now \(new) and says "
          + "something else"
      ),
      help: BilingualText(
        zh: "看过之后用 liantu chains update --write 重新写下；要固定版本，就在 uses 之下也用它",
        en:
          "look at it, then lock it with 'liantu chains update --write'; to pin it, name it under uses too"
      ),
      at: Location(path: path, range: nil)
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
