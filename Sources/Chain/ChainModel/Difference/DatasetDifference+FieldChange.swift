public import Bilingual

extension DatasetDifference {
  /// A field whose value is not what it was.
  public struct FieldChange: Sendable, Hashable {
    /// The field, as data writes it.
    public let field: String
    /// The word for people.
    public let label: BilingualText
    /// What it was; `nil` for nothing.
    public let before: BilingualText?
    /// What it is now; `nil` for nothing.
    public let after: BilingualText?

    init(_ field: String, _ label: BilingualText, _ before: BilingualText?, _ after: BilingualText?)
    {
      self.field = field
      self.label = label
      self.before = before
      self.after = after
    }

    /// A change of a text; `nil` when it is none.
    init?(_ field: String, _ label: BilingualText, from before: String?, to after: String?) {
      guard before != after else { return nil }
      self.init(
        field,
        label,
        before.map { BilingualText(same: $0) },
        after.map { BilingualText(same: $0) }
      )
    }

    /// A change of several texts; `nil` when it is none.
    init?(_ field: String, _ label: BilingualText, from before: [String], to after: [String]) {
      guard before != after else { return nil }
      self.init(field, label, Self.list(before), Self.list(after))
    }

    private static func list(_ texts: [String]) -> BilingualText? {
      guard !texts.isEmpty else { return nil }
      return BilingualText(
        zh: texts.joined(separator: "、"),
        en: texts.joined(separator: ", ")
      )
    }
  }
}

extension BilingualText {
  /// A value in both languages.
  init(_ value: AttributeValue) {
    self.init(zh: value.description(in: .zh), en: value.description(in: .en))
  }

  /// An origin in both languages.
  init(_ origin: Origin, _ graph: ChainGraph) {
    guard let document = origin.document else {
      self.init(zh: "行业常识", en: "industry knowledge")
      return
    }
    let name = graph.name(of: document)
    self.init(zh: "\(name) \(origin.place)", en: "\(name) \(origin.place)")
  }
}
