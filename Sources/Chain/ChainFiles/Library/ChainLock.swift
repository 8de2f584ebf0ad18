import ChainModel
import Diagnostics

/// What the chains said when a data set began to use them: `chains.lock` beside its manifest, a line for
/// each with its identity, its edition and a checksum of what it says.
package struct ChainLock: Sendable, Equatable {
  package static let name = "chains.lock"
  private static let heading = "# liantu chains.lock 1"

  /// A chain as it was.
  package struct Line: Sendable, Equatable {
    package let edition: String
    package let digest: String

    package init(edition: String, digest: String) {
      self.edition = edition
      self.digest = digest
    }
  }

  /// By the identities of the chains.
  package var lines: [String: Line]

  package init(lines: [String: Line]) { self.lines = lines }

  /// Reads a lock; `nil` for what is none.
  package init?(bytes: [UInt8]) {
    let texts = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard texts.first.map(String.init) == Self.heading else { return nil }
    lines = [:]
    for text in texts.dropFirst() {
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 3, lines[words[0]] == nil else { return nil }
      lines[words[0]] = Line(edition: words[1], digest: words[2])
    }
  }

  /// The file, chains in the order of their identities.
  package var bytes: [UInt8] {
    let texts = lines.sorted { $0.key < $1.key }.map { id, line in
      "\(id) \(line.edition) \(line.digest)\n"
    }
    return Array((Self.heading + "\n" + texts.joined()).utf8)
  }

  /// What chains that only lend segments say otherwise than they did; of those it does not hold, nothing.
  func faults(ofLenders chains: [ReferenceChain], at path: String) -> [Diagnostic] {
    chains.compactMap { chain in
      guard let line = lines[chain.id], line.digest != chain.digest else { return nil }
      return .changedLender(chain.id, from: line.edition, to: chain.edition, at: path)
    }
  }

  /// Reports a chain that does not say what it said.
  func check(_ chain: ReferenceChain, of use: ChainUse, log: inout FaultLog) {
    guard let line = lines[chain.id] else {
      log.report(.unlockedChain(chain.id, at: log.location(of: use.chain.node)))
      return
    }
    // Another edition was asked for since: what the lock says is of the one before.
    guard line.edition == chain.edition else {
      log.report(
        .staleLock(
          chain.id,
          locked: line.edition,
          asked: chain.edition,
          saysAfter: use.after != nil,
          at: log.location(of: (use.edition ?? use.chain).node)
        )
      )
      return
    }
    guard line.digest != chain.digest else { return }
    log.report(
      .changedChain(
        chain.id,
        edition: chain.edition,
        path: chain.path,
        at: log.location(of: use.chain.node)
      )
    )
  }
}
