internal import JSON
package import Logging
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Writes a log a line an event: for people on a terminal, as JSON for machines.
package struct LineLogHandler: LogHandler {
  /// How an event is written.
  package enum Form: Sendable {
    /// Time, level, message and what belongs to it.
    case text
    /// One JSON object.
    case json
  }

  /// The least level that is written.
  package var logLevel: Logger.Level = .info
  /// What belongs to every event.
  package var metadata: Logger.Metadata = [:]

  private let form: Form
  private let write: @Sendable (String) -> Void

  /// A log in `form`; `write` takes whole lines, each with its newline, and may be called from any
  /// thread.
  package init(_ form: Form, write: @escaping @Sendable (String) -> Void) {
    self.form = form
    self.write = write
  }

  /// A value that belongs to every event.
  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one event.
  package func log(event: LogEvent) {
    var all = metadata
    if let more = event.metadata { all.merge(more) { $1 } }
    let pairs = all.sorted { $0.key < $1.key }
    let time = Date().formatted(.iso8601)
    switch form {
    case .text:
      let words = pairs.map { key, value in
        let text = value.description
        return text.contains("\n") ? "\n\(text)" : " \(key)=\(text)"
      }
      write("\(time) \(event.level) \(event.message)" + words.joined() + "\n")
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.member("time", time)
        json.member("level", event.level.rawValue)
        json.member("message", event.message.description)
        for (key, value) in pairs { json.member(key, value.description) }
      }
      write(json.text + "\n")
    }
  }
}
