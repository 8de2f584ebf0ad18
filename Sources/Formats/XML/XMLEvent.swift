/// What comes next in an XML text.
package enum XMLEvent: Hashable, Sendable {
  /// An element begins.
  case start(XMLElement)
  /// All text up to the next tag, references resolved; never empty, and blanks are text too.
  case text(String)
  /// An element ends; `<a/>` ends like any other.
  case end(XMLName)
}

/// A name with what its prefix stands for; the prefix itself is of no account.
package struct XMLName: Hashable, Sendable {
  /// The name without its prefix.
  package let local: String
  /// The address that the prefix, or for elements the default, stands for; empty for none.
  package let namespace: String

  package init(_ local: String, in namespace: String = "") {
    (self.local, self.namespace) = (local, namespace)
  }
}

/// The beginning of an element.
package struct XMLElement: Hashable, Sendable {
  /// One attribute, its value as XML evens it out: references resolved, line ends made blanks.
  package struct Attribute: Hashable, Sendable {
    package let name: XMLName
    package let value: String
  }

  package let name: XMLName
  /// In the order of the text; declarations of namespaces are not among them.
  package let attributes: [Attribute]

  /// The value of the attribute that has this name and no prefix.
  package subscript(_ name: String) -> String? { self[name, in: ""] }

  /// The value of the attribute that has this name in a namespace.
  package subscript(_ name: String, in namespace: String) -> String? {
    attributes.first { $0.name.local == name && $0.name.namespace == namespace }?.value
  }
}
