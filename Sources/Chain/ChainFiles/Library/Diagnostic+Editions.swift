import Bilingual
import ChainModel
import Diagnostics

/// Faults of a data set that speaks of an older edition of a chain.
extension Diagnostic {
  static func unknownAfter(
    _ edition: String,
    of id: String,
    known: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-edition",
      message: BilingualText(
        zh: "从“\(id)”的 \(edition) 版到所用的版本，参考链库没有记下变化",
        en: "the library tells no changes of '\(id)' from edition \(edition) to the one in use"
      ),
      help: .instead(of: edition, among: known, zh: "记下的版本有：", en: "it tells them from: "),
      at: location
    )
  }

  static func goneSegment(_ name: String, _ segment: GoneSegment, at location: Location) -> Self {
    let (zh, en) =
      segment.instead.isEmpty
      ? ("", "")
      : (
        "；看过之后改写为" + segment.instead.joined(separator: "、"),
        "; once looked at, write \(segment.instead.joined(separator: ", ")) instead"
      )
    return Diagnostic(
      .error,
      code: "gone-segment",
      message: BilingualText(
        zh: "“\(name)”已不在参考链“\(segment.chain)”中：\(segment.words.zh)",
        en: "'\(name)' is no longer in the chain '\(segment.chain)': \(segment.words.en)"
      ),
      help: BilingualText(
        zh: "在 uses 之下加 after: \"\(segment.last)\"，原样保留待核" + zh,
        en: "add after: \"\(segment.last)\" under uses to keep it as it was until looked at" + en
      ),
      at: location
    )
  }

  static func mergedSegment(_ name: String, into kept: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "merged-segment",
      message: BilingualText(
        zh: "“\(name)”已并入“\(kept)”，对它的去除或改名不再起作用",
        en: "'\(name)' was merged into '\(kept)': it is neither left out nor renamed any more"
      ),
      help: BilingualText(
        zh: "去掉这一项；要对整个环节这样做，改写为“\(kept)”",
        en: "remove it, or write '\(kept)' to do so with the whole"
      ),
      at: location
    )
  }

  static func repeatedSegment(_ name: String, _ first: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "repeated-segment",
      message: BilingualText(
        zh: "“\(name)”与“\(first)”是参考链中的同一个环节：属性以前一处为准",
        en: "'\(name)' and '\(first)' are one segment of a chain: the first says its attributes"
      ),
      help: BilingualText(zh: "把两处合为一处", en: "make one entry of the two"),
      at: location
    )
  }

  static func repeatedByMerging(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "repeated-statement",
      message: BilingualText(
        zh: "“\(name)”已并入别的环节，这里说的与另一处相同：以另一处为准",
        en:
          "'\(name)' was merged into another segment, of which this is said already: the other holds"
      ),
      help: BilingualText(zh: "两处留一处", en: "leave one of the two out"),
      at: location
    )
  }
}

/// Faults of what a library says of its editions.
extension Diagnostic {
  static func repeatedChange(_ chain: String, to edition: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "repeated-change",
      message: BilingualText(
        zh: "“\(chain)”到 \(edition) 版的变化写了两次",
        en: "the changes of '\(chain)' to edition \(edition) are told twice"
      ),
      help: BilingualText(zh: "合为一项", en: "make one item of the two"),
      at: location
    )
  }

  static func splitIntoOne(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "split-into-one",
      message: BilingualText(
        zh: "“\(name)”只拆出一个环节",
        en: "'\(name)' is split into one segment alone"
      ),
      help: BilingualText(
        zh: "只是改名的写在 rename 之下，并入别的写在 merge 之下",
        en: "a new name stands under rename, what goes into another segment under merge"
      ),
      at: location
    )
  }

  static func missingEdition(_ edition: String, of id: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-edition",
      message: BilingualText(
        zh: "参考链库中没有“\(id)”的 \(edition) 版",
        en: "the library has no edition \(edition) of '\(id)'"
      ),
      help: BilingualText(
        zh: "旧版放在 \(ChainLibrary.history)/\(id)@\(edition).yaml",
        en: "an older edition stands in \(ChainLibrary.history)/\(id)@\(edition).yaml"
      ),
      at: location
    )
  }

  static func untoldEdition(_ edition: String, of id: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "untold-edition",
      message: BilingualText(
        zh: "没有说明“\(id)”的 \(edition) 版之后有什么变化",
        en: "it is not said what changed after edition \(edition) of '\(id)'"
      ),
      help: BilingualText(
        zh: "在 \(ChainLibrary.changes) 中写一项 from: \"\(edition)\"",
        en: "write an item with from: \"\(edition)\" in \(ChainLibrary.changes)"
      ),
      at: location
    )
  }

  static func lostSegment(
    _ name: String,
    of id: String,
    _ editions: (from: String, to: String),
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "lost-segment",
      message: BilingualText(
        zh: "环节“\(name)”在“\(id)”的 \(editions.from) 版中有，\(editions.to) 版中没有，也没有交代",
        en: "the segment '\(name)' is in edition \(editions.from) of '\(id)', not in "
          + "\(editions.to), and nothing is said of it"
      ),
      help: BilingualText(
        zh: "写在 merge、split、move 或 retire 之下；编号变了的恢复原编号",
        en: "put it under merge, split, move or retire; if its id was changed, restore the id"
      ),
      at: location
    )
  }

  static func keptSegment(_ name: String, in edition: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "kept-segment",
      message: BilingualText(
        zh: "“\(name)”的编号在 \(edition) 版中还在",
        en: "the id of '\(name)' is still there in edition \(edition)"
      ),
      help: BilingualText(
        zh: "编号不得另作他用；只是口径变了的写在 narrow 或 widen 之下",
        en: "an id is never used again; what covers more or less stands under narrow or widen"
      ),
      at: location
    )
  }

  static func changedIdentity(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "changed-identity",
      message: BilingualText(
        zh: "“\(name)”的编号没有留下来",
        en: "'\(name)' does not keep its id"
      ),
      help: BilingualText(
        zh: "rename、narrow、widen 的环节编号不变",
        en: "what is renamed, narrowed or widened keeps its id"
      ),
      at: location
    )
  }

  static func reusedIdentity(
    _ id: String,
    was old: String,
    is new: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "reused-identity",
      message: BilingualText(
        zh: "编号“\(id)”原是“\(old)”，现在是“\(new)”，没有交代",
        en: "the id '\(id)' was '\(old)' and is '\(new)', and nothing is said of it"
      ),
      help: BilingualText(
        zh: "同一环节改名的写 rename: {\(old): \(new)}；不同的环节另取编号",
        en: "for a new name write rename: {\(old): \(new)}; another thing needs another id"
      ),
      at: location
    )
  }

  static func reusedName(
    _ name: String,
    of old: String,
    by new: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "reused-name",
      message: BilingualText(
        zh: "“\(name)”原指“\(old)”，现在指“\(new)”：说过的话会自己移过去",
        en: "'\(name)' meant '\(old)' and means '\(new)': what was said would move by itself"
      ),
      help: BilingualText(zh: "另取一个名称", en: "take another name"),
      at: location
    )
  }

  static func twoFates(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "two-fates",
      message: BilingualText(
        zh: "“\(name)”写了两种去向",
        en: "two different things are said to have become of '\(name)'"
      ),
      at: location
    )
  }

  static func notAtHome(_ name: String, in chain: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "not-at-home",
      message: BilingualText(
        zh: "参考链“\(chain)”中没有移去的“\(name)”",
        en: "the chain '\(chain)' does not have '\(name)', which moved there"
      ),
      help: BilingualText(
        zh: "它在那里的编号或名称与原来相同",
        en: "there it has the same id or the same name"
      ),
      at: location
    )
  }
}
