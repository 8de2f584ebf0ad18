package import Bilingual

/// What people are told of a format, and which options it takes: the row from which its command is
/// made, with help and completion.
package struct FormatDefinition: Sendable {
  /// What it is, on one line.
  package let summary: BilingualText
  /// What there is to know, as lines; `nil` where the summary says all.
  package let notes: BilingualText?
  /// What follows the command's name in examples.
  package let examples: [BilingualText]
  /// The endings of its files, which the command goes by as well.
  package let endings: [String]
  /// What can be asked of it beside what every format takes.
  package let options: [ExchangeOption]
  /// How much of it its readers take; `nil` where there is no end.
  package let limits: FormatLimits?

  init(
    summary: BilingualText,
    notes: BilingualText? = nil,
    examples: [BilingualText],
    endings: [String],
    options: [ExchangeOption] = [],
    limits: FormatLimits? = nil
  ) {
    self.summary = summary
    self.notes = notes
    self.examples = examples
    self.endings = endings
    self.options = options
    self.limits = limits
  }
}

/// What an exporter can be asked beside which part of the data set it writes.
package enum ExchangeOption: Sendable, CaseIterable {
  /// How nodes look.
  case looks
  /// The database that a script is for.
  case dialect
  /// Where IRIs begin.
  case base
  /// Everything that is known in comments.
  case comments
  /// What a database tells of progress, and whether it may take the place of another.
  case database
}

/// How large a file its readers take, unless they are told otherwise.
package struct FormatLimits: Sendable {
  /// The most units of UTF-16.
  let characters: Int
  /// The most relations.
  let relations: Int
  /// What is said of a file beyond that, by its relations and characters.
  let text: @Sendable (_ relations: Int, _ characters: Int) -> BilingualText

  /// The warning that a file deserves; `nil` where it keeps within the limits.
  package func warning(relations: Int, characters: Int) -> BilingualText? {
    characters > self.characters || relations > self.relations ? text(relations, characters) : nil
  }
}

/// A format in which graphs are written, as a type, so that a command can be made for it.
package protocol ExportRow {
  static var format: ExchangeFormat { get }
  static var definition: FormatDefinition { get }
}

/// A form in which graphs and tables are read, as a type, so that a command can be made for it.
package protocol ImportRow {
  static var form: ForeignGraph.Form { get }
  static var definition: FormatDefinition { get }
}

/// Writes a graph in one format.
protocol ExchangeWriter: ExportRow {
  init(_ content: ExchangeContent)

  func write(to output: inout ExchangeOutput) throws
}
