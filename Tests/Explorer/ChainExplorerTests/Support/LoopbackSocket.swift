import Foundation

/// A connection to this machine, character by character.
final class LoopbackSocket: Sendable {
  private let file: Int32

  struct Failure: Error {}

  /// Whom a server takes the other end for.
  enum Source: Sendable {
    case first
    /// Another address of this machine, which macOS does not have unless somebody adds it.
    case second
  }

  /// - Parameter source: The address that it comes from, of those that this machine has for itself.
  init(port: Int, from source: Source = .first) throws {
    #if canImport(Glibc)
      file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      file = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let file = file
    if source != .first {
      var own = sockaddr_in()
      own.sin_family = sa_family_t(AF_INET)
      own.sin_addr.s_addr = in_addr_t(0x7F00_0002).bigEndian
      let status = withUnsafePointer(to: &own) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard status == 0 else { throw Failure() }
    }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure() }
  }

  deinit { close(file) }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.send(file, bytes.baseAddress, bytes.count, flags)
        #else
          Darwin.send(file, bytes.baseAddress, bytes.count, flags)
        #endif
      }
      guard count > 0 else { throw Failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// What comes until the other end closes or the time is over; waited for on a thread of its own,
  /// since any number may wait at once.
  func bytes(seconds: Int) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: self.read(seconds: seconds)) }
    }
  }

  private func read(seconds: Int) -> [UInt8] {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(file, &buffer, buffer.count, 0)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}
