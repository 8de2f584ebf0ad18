/// A segment (环节) as a matcher sees it: the words that name it and those that rule it out.
package struct SegmentWords: Sendable, Hashable {
  package var name: String
  package var aliases: [String]
  /// Products and activities that belong here.
  package var terms: [String]
  /// Words that look as if they belonged here and do not.
  package var excludes: [String]
  /// Classes of GB/T 4754: 2 to 4 digits, perhaps with the section's letter in front; a letter
  /// alone is too wide and is not looked at.
  package var industryCodes: [String]
  /// Texts of firms that a person has confirmed here.
  package var confirmed: [FirmText]

  package init(
    name: String,
    aliases: [String] = [],
    terms: [String] = [],
    excludes: [String] = [],
    industryCodes: [String] = [],
    confirmed: [FirmText] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.terms = terms
    self.excludes = excludes
    self.industryCodes = industryCodes
    self.confirmed = confirmed
  }
}
