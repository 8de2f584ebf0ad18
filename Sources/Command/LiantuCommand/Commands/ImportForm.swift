import ArgumentParser
import ChainExchange

/// `import FORM`, of graphs and tables that were made elsewhere.
struct ImportForm<Row: ImportRow>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(Row.definition, named: Row.form.rawValue, of: "import")
  }

  @OptionGroup var options: GraphImportOptions

  func run() throws { try options.run(Row.form) }
}

extension ForeignGraph.Form {
  /// The command that reads it.
  var command: any ParsableCommand.Type {
    func command<Row: ImportRow>(_ row: Row.Type) -> any ParsableCommand.Type {
      ImportForm<Row>.self
    }
    return command(row)
  }
}
