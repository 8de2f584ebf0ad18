/// What is done with the thing that a phrase names: 烧碱生产, 烧碱销售, 烧碱技术服务.
struct Deeds: OptionSet, Sendable {
  let rawValue: UInt8

  static let production = Deeds(rawValue: 1)
  static let trade = Deeds(rawValue: 2)
  static let service = Deeds(rawValue: 4)

  /// Whether the thing is dealt in or served alone, and not made.
  var isWeak: Bool {
    !isEmpty && !contains(.production)
  }
}
