import ArgumentParser
import Bilingual
import ChainExchange
import ChainModel

/// `export FORMAT`, of a format that writes one file.
struct ExportFile<Row: ExportRow, Options: ExportFormatOptions>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(Row.definition, named: Row.format.rawValue, of: "export")
  }

  @OptionGroup var own: Options
  @OptionGroup var export: ExportOptions

  func validate() throws {
    try FileEnding.check(export.output, among: Row.format.endings)
    try own.check(export.output)
  }

  func run() throws {
    let session = try export.session()
    var options = ExchangeOptions(language: session.language)
    try own.set(&options, for: session)
    guard let limits = Row.definition.limits else {
      try export.write(session, as: Row.format, options)
      if let omission = session.dataset.omission(in: Row.format) {
        Terminal.tell(omission[session.language])
      }
      return
    }
    var characters = 0
    try export.write(session, as: Row.format, options) { bytes in
      // Every character begins with one byte that goes on no other; those of four count as two.
      for byte in bytes where byte & 0xC0 != 0x80 { characters += byte >= 0xF0 ? 2 : 1 }
    }
    let relations = session.graph.relationCounts().reduce(0) { $0 + $1.count }
    if let warning = limits.warning(relations: relations, characters: characters) {
      Terminal.tell(warning[session.language])
    }
  }
}

extension ExchangeFormat {
  /// The command that writes it.
  var command: any ParsableCommand.Type { Self.command(row) }

  private static func command<Row: ExportRow>(_ row: Row.Type) -> any ParsableCommand.Type {
    command(row, NoFormatOptions.self, row.definition.options[...])
  }

  /// The command with one group of options after another.
  private static func command<Row: ExportRow, Options: ExportFormatOptions>(
    _ row: Row.Type,
    _ options: Options.Type,
    _ rest: ArraySlice<ExchangeOption>
  ) -> any ParsableCommand.Type {
    guard let next = rest.first?.group else { return ExportFile<Row, Options>.self }
    func adding<Next: ExportFormatOptions>(_ next: Next.Type) -> any ParsableCommand.Type {
      command(row, PairedFormatOptions<Options, Next>.self, rest.dropFirst())
    }
    return adding(next)
  }
}

extension CommandConfiguration {
  /// The help of a format's command.
  ///
  /// - Parameters:
  ///   - name: the command's name.
  ///   - parent: the command that it is one of.
  init(_ definition: FormatDefinition, named name: String, of parent: String) {
    let language = Speech.language
    let examples = definition.examples.map { "  liantu \(parent) \(name) " + $0[language] }
    let notes = definition.notes.map { [$0[language]] } ?? []
    self.init(
      commandName: name,
      abstract: definition.summary[language],
      discussion: (notes + [say("示例：", "Examples:")] + examples).joined(separator: "\n"),
      aliases: definition.endings.filter { $0 != name }
    )
  }
}
