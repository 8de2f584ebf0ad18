internal import Synchronization

/// An LRU cache of values by their keys, up to a number of bytes: what was not asked for the longest
/// goes first.
///
/// Safe to use from any number of tasks.
final class LRUCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let value: Value
    let bytes: Int
    var lastUse: UInt64
  }

  private struct Content {
    var entries: [Key: Entry] = [:]
    var bytes = 0
    var uses: UInt64 = 0
  }

  private let content = Mutex(Content())
  let mostBytes: Int

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// How many bytes are held.
  var byteCount: Int { content.withLock { $0.bytes } }

  subscript(_ key: Key) -> Value? {
    content.withLock { content in
      guard let place = content.entries.index(forKey: key) else { return nil }
      content.uses += 1
      content.entries.values[place].lastUse = content.uses
      return content.entries.values[place].value
    }
  }

  /// Keeps `value`, unless it alone takes more than an eighth of the room.
  ///
  /// - Complexity: O(1), and O(*n* log *n*) once in a while, when a quarter of the room is cleared.
  func keep(_ value: Value, bytes: Int, for key: Key) {
    guard bytes <= mostBytes / 8 else { return }
    content.withLock { content in
      content.uses += 1
      let entry = Entry(value: value, bytes: bytes, lastUse: content.uses)
      if let old = content.entries.updateValue(entry, forKey: key) { content.bytes -= old.bytes }
      content.bytes += bytes
      guard content.bytes > mostBytes else { return }
      for (key, entry) in content.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
        guard content.bytes > mostBytes * 3 / 4 else { break }
        content.entries[key] = nil
        content.bytes -= entry.bytes
      }
    }
  }
}
