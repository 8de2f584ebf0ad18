internal import NIOCore

/// Whom a connection is counted for: an IPv4 address, or the half of an IPv6 address that a network
/// is given, since one machine has all the addresses below it.
struct ClientAddress: Sendable, Hashable, CustomStringConvertible {
  /// As logs write it; empty where the system does not say who is at the other end.
  let description: String

  init(_ address: SocketAddress?) {
    guard case .v6(let six)? = address else {
      description = address?.ipAddress ?? ""
      return
    }
    description = withUnsafeBytes(of: six.address.sin6_addr) { Self.written(Array($0)) }
  }

  /// The address of sixteen bytes; one that only wraps an IPv4 address is that address.
  private static func written(_ bytes: [UInt8]) -> String {
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10..<12].allSatisfy({ $0 == 0xFF }) {
      return bytes[12...].map { String($0) }.joined(separator: ".")
    }
    let groups = stride(from: 0, to: 8, by: 2).map { place in
      String(Int(bytes[place]) << 8 | Int(bytes[place + 1]), radix: 16)
    }
    return groups.joined(separator: ":") + "::/64"
  }
}
