public import Bilingual

/// The name of an attribute, such as `status`.
public struct AttributeName: Hashable, Sendable {
  /// The name, as the ontology and the data write it.
  public let name: String

  /// The attribute called `name`.
  public init(_ name: String) { self.name = name }

  /// Of a cluster: provincial, city, county.
  public static let level = AttributeName("level")
  /// Of a segment: upstream, midstream, downstream.
  public static let stage = AttributeName("stage")
  /// What a segment is: product, service, resource, market, public.
  public static let role = AttributeName("role")
  /// The reference chain and the edition that a segment comes from.
  public static let chain = AttributeName("chain")
  /// Of a segment: what changed in its reference chain, which somebody has yet to look at.
  public static let pending = AttributeName("pending")
  /// The edition of a chain that first has the segment, where the data speak of an older one.
  package static let since = AttributeName("since")
  /// The day of a survey.
  public static let date = AttributeName("date")
  /// The last day on which a survey holds.
  public static let validUntil = AttributeName("validUntil")
  /// Of a project or a site: how far it has come.
  public static let status = AttributeName("status")
  /// Of a project: how far it has come, in the document's word.
  public static let wording = AttributeName("wording")
  /// Of a collective: all of its members, or some.
  public static let quantifier = AttributeName("quantifier")
  /// Of an enterprise: works here, but is not a local actor.
  public static let external = AttributeName("external")
  /// Of a segment: words by which firms that do it are found.
  public static let terms = AttributeName("terms")
  /// Of a segment: what it comprises.
  public static let covers = AttributeName("covers")
  /// Of a segment: words that mean something else.
  public static let excludes = AttributeName("excludes")
  /// Of a segment: classes of GB/T 4754.
  public static let industryCodes = AttributeName("gb4754")
  /// Of an enterprise: its unified social credit code.
  public static let creditCode = AttributeName("creditCode")
  /// Of anything: names that it bore before, each a ``FormerName``.
  public static let formerly = AttributeName("formerly")
  /// The first day of what an entry speaks of (起).
  package static let from = AttributeName("from")
  /// The last day of what an entry speaks of (止).
  package static let until = AttributeName("until")
  /// The day on which a document takes effect (施行).
  package static let effective = AttributeName("effective")
  /// The last day on which a document holds (有效期至).
  package static let expires = AttributeName("expires")
  /// Of an enterprise: its class of GB/T 4754.
  public static let industryCode = AttributeName("industryCode")
  /// Of an enterprise: the edition of GB/T 4754 that its class is of.
  public static let industryEdition = AttributeName("industryEdition")
  /// Of an enterprise: size and standing, such as 规上.
  public static let scale = AttributeName("scale")
  /// Of an enterprise: its products, such as `烧碱（31%）`.
  public static let products = AttributeName("products")
  /// Of an enterprise: the scope of business that is registered. Of other kinds: how far it reaches.
  public static let scope = AttributeName("scope")
  /// Of an enterprise: what it makes in a year.
  public static let output = AttributeName("output")
  /// Of an enterprise: the year of its output.
  public static let outputYear = AttributeName("outputYear")
  /// Of an enterprise: where it is registered.
  public static let address = AttributeName("address")
  /// Of a target: its figure.
  public static let value = AttributeName("value")
  /// Of a leader: the offices held.
  public static let titles = AttributeName("titles")
  /// Of a cluster: 千亿级, 五百亿级, 百亿级. A label, not a value.
  public static let tier = AttributeName("tier")
  /// Of a project: its size.
  public static let capacity = AttributeName("capacity")
  /// Of a project or a task: what it consists of.
  public static let content = AttributeName("content")
  /// Of a task or a target: until when.
  public static let deadline = AttributeName("deadline")
  /// Of an industry: pillar or characteristic.
  public static let group = AttributeName("group")
  /// Of a target: what is measured.
  public static let metric = AttributeName("metric")
  /// Of a target: which way the figure is meant.
  public static let comparator = AttributeName("comparator")
}

extension AttributeDefinition {
  /// What the values of an attribute look like.
  public enum ValueType: Hashable, Sendable {
    /// Free text.
    case text
    /// A whole number.
    case integer
    /// A decimal number with a unit of the ontology.
    case quantity
    /// A year, a month or a day.
    case date
    /// One of the listed options.
    case option([AttributeDefinition.Option])
    /// True or false.
    case flag
  }
}

extension AttributeDefinition {
  /// One of the values that an enumerated attribute can have.
  public struct Option: Hashable, Sendable {
    /// The key, as the code speaks of it.
    public let key: String
    /// The word for people; data may use it in place of the key.
    public let label: BilingualText
    /// The size that the word stands for, as 千亿级 stands for 1000 亿元; `nil` for most.
    public let quantity: Quantity?

    /// The option `key`, shown as `label`.
    public init(key: String, label: BilingualText, quantity: Quantity? = nil) {
      self.key = key
      self.label = label
      self.quantity = quantity
    }
  }
}

/// An attribute that nodes of a kind can have.
public struct AttributeDefinition: Hashable, Sendable {
  /// The field under which data writes it.
  public let name: AttributeName
  /// The word for people.
  public let label: BilingualText
  /// What a value looks like.
  public let type: AttributeDefinition.ValueType
  /// Whether a node can have several.
  public let isList: Bool

  /// An attribute written under `name`.
  public init(
    name: AttributeName,
    label: BilingualText,
    type: AttributeDefinition.ValueType,
    isList: Bool
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isList = isList
  }
}
