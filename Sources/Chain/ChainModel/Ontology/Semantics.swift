/// What a relation means to the algorithms, which walk semantics and never look at names.
public enum Semantics: String, Sendable, Hashable, CaseIterable {
  /// Material, energy or service passes along.
  case flow
  /// Is part of.
  case containment
  /// An actor covers a segment.
  case presence
  /// Who does what.
  case action
  /// Who answers for what, in which role.
  case responsibility
  /// Is a member of a collective.
  case membership
  /// Is at a place.
  case location
  /// Is the counterpart of.
  case correspondence
  /// A document rests on another.
  case reference
}
