internal import Bilingual
internal import ChainModel
internal import Diagnostics
internal import GraphKernel

extension Dataset {
  /// The most names that are told.
  private static let mostLookAlikes = 200

  /// Warnings of names that hold what cannot be seen or what looks like another character.
  ///
  /// - Parameter place: Where the data writes a name or an alias of a node.
  func lookAlikeWarnings(
    at place: (_ spelling: String, _ node: NodeIndex) -> Diagnostic.Location?
  ) -> [Diagnostic] {
    let all = graph.lookAlikes()
    let told = all.prefix(Self.mostLookAlikes).map { name in
      Diagnostic(
        .warning,
        code: "look-alike-name",
        message: name.message(isAlias: name.spelling != graph.name(of: name.node)),
        help: name.twin.map { twin in
          let (kind, name) = (graph.definition(of: twin).label, graph.name(of: twin))
          return BilingualText(
            zh: "看起来与\(kind.zh)“\(name)”相同，却是两个对象",
            en: "it looks like the \(kind.en) '\(name)', and is another"
          )
        },
        at: place(name.spelling, name.node)
      )
    }
    let more = all.count - told.count
    guard more > 0 else { return told }
    let rest = BilingualText(
      zh: "另有 \(more) 个名称含有看不见的或易混的字符",
      en: "\(more) more names hold characters that are unseen or look like others"
    )
    return told + [Diagnostic(.warning, code: "look-alike-name", message: rest, at: nil)]
  }
}

extension LookAlike {
  fileprivate func message(isAlias: Bool) -> BilingualText {
    let what = isAlias ? BilingualText(zh: "别名", en: "alias") : BilingualText(zh: "名称", en: "name")
    func code(_ scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    switch cause {
    case .unseen(let scalar):
      return BilingualText(
        zh: "\(what.zh)“\(spelling)”含有看不见的字符 \(code(scalar))",
        en: "the \(what.en) '\(spelling)' holds \(code(scalar)), which cannot be seen"
      )
    case .form(let scalar, let common):
      return BilingualText(
        zh: "\(what.zh)“\(spelling)”中的 \(scalar)（\(code(scalar))）通常写作 \(common)",
        en:
          "\(scalar) (\(code(scalar))) in the \(what.en) '\(spelling)' is commonly written \(common)"
      )
    }
  }
}
