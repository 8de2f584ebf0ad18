import Bilingual
import ChainModel

/// How a firm's registration stands (登记状态), from the words that registers write.
package enum RegistrationStatus: String, Sendable, Hashable, CaseIterable {
  case active, suspended, moved, revoked, cancelled
  /// Nothing that is known is written.
  case unstated

  /// What `word` means. 存续（在营、开业、在册） is active; what nobody knows says nothing.
  package init(_ word: String) {
    let meanings: [(Self, [String])] = [
      (.cancelled, ["注销", "cancelled", "deregistered"]), (.revoked, ["吊销", "revoked"]),
      (.moved, ["迁出", "moved"]), (.suspended, ["停业", "歇业", "停产", "suspended"]),
      (.active, ["存续", "在营", "开业", "在册", "在业", "正常", "active"]),
    ]
    let word = word.lowercased()
    // 吊销未注销 is revoked, and no longer active.
    let found = meanings.filter { $0.1.contains(where: word.contains) }.map(\.0)
    let isRevoked = found.contains(.revoked) && word.contains("未注销")
    self = isRevoked ? .revoked : found.first ?? .unstated
  }

  /// Whether the firm is no longer here.
  package var hasEnded: Bool { self == .cancelled || self == .revoked || self == .moved }
}
