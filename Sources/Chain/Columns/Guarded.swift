import Synchronization

/// A value that may be looked over before it is used for the first time: what a large file lends is
/// checked piece by piece, each when somebody asks for it.
package struct Guarded<Value: Sendable>: Sendable {
  /// The value as it is, looked over or not: its sizes hold in any case.
  @usableFromInline package let unchecked: Value
  @usableFromInline let gate: Gate?

  /// A value that `gate` stands before; `nil` for one that needs no look.
  package init(_ value: Value, behind gate: Gate? = nil) {
    unchecked = value
    self.gate = gate
  }

  @inlinable package var value: Value {
    gate?.pass()
    return unchecked
  }
}

/// A look at data that is taken when the data is first used, and not again.
///
/// Two threads that come first at the same time may both look.
@usableFromInline
package final class Gate: Sendable {
  private let isOpen = Atomic<Bool>(false)
  private let look: @Sendable () -> Void

  /// A gate that opens when `look` returns; it does not return from data that cannot be used.
  package init(_ look: @escaping @Sendable () -> Void) { self.look = look }

  @usableFromInline
  package func pass() {
    guard !isOpen.load(ordering: .acquiring) else { return }
    look()
    isOpen.store(true, ordering: .releasing)
  }
}

/// A value that is made when it is first asked for, and once.
package final class Late<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` makes.
  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    made.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }
}
