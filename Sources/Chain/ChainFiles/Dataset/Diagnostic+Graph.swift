import Bilingual
package import ChainModel
package import Diagnostics

/// Faults of how entries relate to one another.
extension Diagnostic {
  package static func unknownReference(
    _ name: String,
    kinds: RelationDefinition.KindSelection,
    candidates: [String],
    at location: Location
  ) -> Self {
    let wanted = kindNames(kinds)
    return Diagnostic(
      .error,
      code: "unknown-reference",
      message: BilingualText(
        zh: "没有名为“\(name)”的对象（应为 \(wanted.zh)）",
        en: "no \(wanted.en) is called '\(name)'"
      ),
      help: .didYouMean(name, among: candidates),
      at: location
    )
  }

  /// - Parameters:
  ///   - ids: those that could be meant, of which the first are named.
  ///   - count: how many there are, where `ids` are not all.
  package static func ambiguousReference(
    _ name: String,
    ids: [String],
    of count: Int? = nil,
    at location: Location
  ) -> Self {
    let named = ids.prefix(mostNamed)
    let more = (count ?? ids.count) - named.count
    return Diagnostic(
      .error,
      code: "ambiguous-reference",
      message: BilingualText(
        zh: "“\(name)”可以指多个对象：" + named.joined(separator: "、")
          + (more > 0 ? "，另有 \(more) 个" : ""),
        en: "'\(name)' could be any of: " + named.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : "")
      ),
      help: BilingualText(zh: "改写为其中之一", en: "write one of these"),
      at: location
    )
  }

  /// How many names a message lists of many.
  static let mostNamed = 12

  package static func forbiddenReference(
    _ name: String,
    kind: NodeKind,
    relation: RelationDefinition,
    end: RelationDefinition.End,
    at location: Location
  ) -> Self {
    let wanted = kindNames(relation.kinds(at: end))
    return Diagnostic(
      .error,
      code: "forbidden-relation",
      message: BilingualText(
        zh: "关系“\(relation.kind.name)”的此端应为\(wanted.zh)，“\(name)”是 \(kind.name)",
        en:
          "'\(relation.kind.name)' needs \(wanted.en) here, and '\(name)' is of the kind \(kind.name)"
      ),
      at: location
    )
  }

  package static func duplicateIdentity(_ id: String, first: String, at location: Location) -> Self
  {
    Diagnostic(
      .error,
      code: "duplicate-identity",
      message: BilingualText(
        zh: "“\(id)”已在 \(first) 定义",
        en: "'\(id)' is already declared at \(first)"
      ),
      help: location.cell == nil
        ? BilingualText(
          zh: "合并两处，或用 id 字段加以区分",
          en: "merge the two, or tell them apart with the field id"
        )
        : BilingualText(
          zh: "合并两行，或在“编号”（id）列加以区分；名称是合并单元格的，取消合并，一行写一个",
          en:
            "merge the two rows, or tell them apart in the column id (编号); where the names are cells "
            + "merged into one, split them, a row for each"
        ),
      at: location
    )
  }

  package static func duplicateRelation(_ name: String, first: String, at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      code: "duplicate-relation",
      message: BilingualText(
        zh: "与“\(name)”的这一关系已在 \(first) 写过",
        en: "this relation with '\(name)' is already written at \(first)"
      ),
      help: BilingualText(
        zh: "删去其中一处；先后两段的，写明 from、until，两段不得重叠",
        en:
          "remove one of the two; where both hold, one after the other, say from and until so that "
          + "no day is in both"
      ),
      at: location
    )
  }

  package static func missingSource(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-source",
      message: BilingualText(zh: "“\(name)”没有出处", en: "'\(name)' has no source"),
      help: location.cell == nil
        ? BilingualText(
          zh: "写 source: 二/(一)/1 这样的位置，或 basis: industry-knowledge",
          en: "write a place, such as source: 二/(一)/1, or basis: industry-knowledge"
        )
        : BilingualText(
          zh: "在“出处”列写 二/(一)/1 这样的位置，或在“依据”列选“行业常识”",
          en: "write a place, such as 二/(一)/1, as the source, or choose industry-knowledge as "
            + "the basis"
        ),
      at: location
    )
  }

  package static func containmentCycle(_ names: [String], at location: Location) -> Self {
    let more = names.count - mostNamed
    let named = names.prefix(mostNamed)
    func circle(_ rest: String) -> String {
      (named + (more > 0 ? [rest] : []) + names.prefix(1)).joined(separator: " → ")
    }
    return Diagnostic(
      .error,
      code: "containment-cycle",
      message: BilingualText(
        zh: "互相包含，成为循环：\(circle("……另有 \(more) 个"))",
        en: "each is part of the next, in a circle: \(circle("… \(more) more"))"
      ),
      at: location
    )
  }

  static func openListAlone(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "open-list-alone",
      message: BilingualText(zh: "名单中只有“等”", en: "the list holds nothing but 等"),
      help: BilingualText(zh: "写出文件列明的对象", en: "write those that the document names"),
      at: location
    )
  }

  private static func kindNames(_ kinds: RelationDefinition.KindSelection) -> BilingualText {
    switch kinds {
    case .any: BilingualText(zh: "任何类别", en: "node")
    case .only(let kinds):
      BilingualText(
        zh: kinds.map(\.name).joined(separator: "/"),
        en: kinds.map(\.name).joined(separator: " or ")
      )
    }
  }
}
