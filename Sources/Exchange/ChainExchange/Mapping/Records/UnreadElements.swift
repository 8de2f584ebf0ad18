import Diagnostics

/// The elements of a graph in XML that are left out, by name and reason.
struct UnreadElements {
  /// Why an element is not read.
  enum Reason: Hashable {
    /// The format has none of that name.
    case unknown
    /// It stands within a value, which is a text.
    case withinValue
    /// It says nothing where values are read.
    case withoutValue
  }

  private struct Key: Hashable {
    let name: String
    let reason: Reason
  }

  private var counts: [Key: (count: Int, place: BytePlace)] = [:]

  mutating func add(_ name: String, _ reason: Reason, at place: BytePlace) {
    let key = Key(name: name, reason: reason)
    counts[key] = ((counts[key]?.count ?? 0) + 1, counts[key]?.place ?? place)
  }

  /// Warns of them, in the order of the file.
  func report(to log: inout FaultLog, in source: SourceText) {
    let all = counts.sorted { $0.value.place.range.lowerBound < $1.value.place.range.lowerBound }
    for (key, (count, place)) in all {
      log.report(
        .unreadElements(key.name, key.reason, count: count, at: place.location(in: source))
      )
    }
  }
}
