public import Bilingual
public import ChainModel

/// A format in which a graph leaves for the tools of others. The two tables are written by
/// ``BulkWriter``.
public enum ExchangeFormat: String, Sendable, Hashable, CaseIterable {
  /// JSON Graph Format, version 2.
  case jsongraph
}

/// How a graph is written for others.
public struct ExchangeOptions: Sendable {
  /// The language of labels: of kinds, relations and options.
  public var language: Language

  /// Labels in `language`.
  public init(language: Language) {
    self.language = language
  }
}

extension Dataset {
  /// Gives the bytes of the data set in `format` to `sink`, about a megabyte at a time.
  ///
  /// Nodes and relations come in the order of the data; the same data and options give the same bytes.
  ///
  /// - Parameter progress: told the share that is written, from 0 to 1, each time bytes are given away.
  /// - Throws: what `sink` throws.
  /// - Complexity: O(*v* + *e*) in time; beside the graph 14 bytes a relation and what is being given
  ///   away.
  public func write(
    as format: ExchangeFormat,
    options: ExchangeOptions,
    progress: (Double) -> Void = { _ in },
    to sink: ([UInt8]) throws -> Void
  ) throws {
    let content = ExchangeContent(self, language: options.language)
    try withoutActuallyEscaping(sink) { sink in
      try withoutActuallyEscaping(progress) { progress in
        var output = ExchangeOutput(
          total: graph.nodes.count + content.relationCount,
          progress: progress,
          sink: sink
        )
        switch format {
        case .jsongraph: try JSONGraphWriter(content).write(to: &output)
        }
        try output.finish()
      }
    }
  }
}
