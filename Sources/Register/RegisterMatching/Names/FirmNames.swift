/// Entity resolution (record linkage) of firms: which known firm a name and a credit code mean.
///
/// The credit code decides alone. Without it the very name is looked for, then former names and
/// aliases, then a known name before a branch's, then a name that is shortened: see
/// `NameAlignment`. The first of these that finds a firm answers, and several firms at one of them
/// make the name ambiguous.
package struct FirmNames: Sendable {
  /// The firms, by number.
  package let firms: [KnownFirm]

  private let byCode: [String: [FirmNumber]]
  private let byName: [FirmKey: [FirmNumber]]
  private let byOtherName: [FirmKey: [OtherName]]
  /// The scalars of the longest name.
  private let longest: Int
  let cutter: NameCutter
  let index: NameIndex
  /// The firm that bears each name of the index, and the name as known.
  let bearers: [(firm: FirmNumber, name: String)]

  private struct OtherName: Sendable {
    let firm: FirmNumber
    let reason: FirmResolution.Reason
  }

  /// The names of `firms`. `places` are names of counties and districts, by which names may begin
  /// as by the cities that all names know.
  ///
  /// - Complexity: O(*n*) for *n* characters of all names.
  package init(_ firms: [KnownFirm], places: [String] = []) {
    var byCode: [String: [FirmNumber]] = [:]
    var byName: [FirmKey: [FirmNumber]] = [:]
    var byOtherName: [FirmKey: [OtherName]] = [:]
    var bearers: [(firm: FirmNumber, name: String)] = []
    var keys: [FirmKey] = []
    for (place, firm) in firms.enumerated() {
      let number = FirmNumber(place)
      if let code = firm.creditCode, Self.mayBeCode(code) {
        byCode[code, default: []].append(number)
      }
      let name = FirmKey(firm.name)
      if !name.isEmpty {
        byName[name, default: []].append(number)
        bearers.append((number, firm.name))
        keys.append(name)
      }
      let others =
        firm.formerNames.map { ($0, FirmResolution.Reason.formerName($0)) }
        + firm.aliases.map { ($0, FirmResolution.Reason.alias($0)) }
      for (other, reason) in others {
        let key = FirmKey(other)
        guard !key.isEmpty, key != name else { continue }
        if byOtherName[key]?.contains(where: { $0.firm == number }) == true { continue }
        byOtherName[key, default: []].append(OtherName(firm: number, reason: reason))
        bearers.append((number, other))
        keys.append(key)
      }
    }
    self.firms = firms
    self.byCode = byCode
    self.byName = byName
    self.byOtherName = byOtherName
    self.bearers = bearers
    longest = keys.map(\.scalars.count).max() ?? 0
    cutter = places.isEmpty ? .country : NameCutter(places: places)
    index = NameIndex(keys)
  }

  /// The firm that `name` and `creditCode` mean.
  ///
  /// A firm with another code than the one given is told where it bears the very name, and is not
  /// proposed otherwise. Where the code is one firm's and the very name that of others, all are
  /// told and nothing is certain.
  ///
  /// - Parameters:
  ///   - name: a full, former or short name, or that of a branch; empty where only the code is
  ///     known.
  ///   - creditCode: a code as `CreditCode` writes it, after its check; `nil` for none. What has
  ///     not 18 characters, or is one character over and over, is taken for none.
  ///   - limit: how many firms of an ambiguous name are listed; less than 2 counts as 2.
  /// - Complexity: O(1) for a code and for the very name; for a short name as `NameIndex` says.
  package func resolve(name: String, creditCode: String? = nil, limit: Int = 5) -> FirmResolution {
    let key = FirmKey(name)
    let code = creditCode.flatMap { Self.mayBeCode($0) ? $0 : nil }
    let named = byName[key] ?? []
    if let code, let owners = byCode[code] {
      return resolve(key, named: named, owners: owners, limit: limit)
    }
    guard !key.isEmpty else { return .none }
    if !named.isEmpty {
      let isOther = named.allSatisfy { hasOtherCode($0, than: code) }
      return answer(named, isOther ? .fullNameWithOtherCode : .fullName, limit)
    }
    let others = (byOtherName[key] ?? []).filter { !hasOtherCode($0.firm, than: code) }
    if let first = others.first { return answer(others.map(\.firm), first.reason, limit) }
    if let parent = parent(of: key, code) { return answer(parent.firms, parent.reason, limit) }
    return shortened(key, code, limit)
  }

  private func resolve(
    _ key: FirmKey,
    named: [FirmNumber],
    owners: [FirmNumber],
    limit: Int
  ) -> FirmResolution {
    guard owners.count == 1 else { return answer(owners, .sharedCode, limit) }
    let owner = owners[0]
    if named.contains(owner) { return .certain(owner, isNamed: true) }
    guard named.isEmpty else { return answer([owner] + named, .codeOfOneNameOfAnother, limit) }
    let isNamed = byOtherName[key]?.contains { $0.firm == owner } == true
    return .certain(owner, isNamed: isNamed)
  }

  /// The firm whose name stands before that of a branch: the longest such name.
  private func parent(
    of key: FirmKey,
    _ code: String?
  ) -> (firms: [FirmNumber], reason: FirmResolution.Reason)? {
    let scalars = key.scalars
    guard Self.branches.contains(where: { scalars.suffix($0.count) == $0 }) else { return nil }
    for length in stride(from: min(longest, scalars.count - 1), through: 4, by: -1) {
      let front = FirmKey(part: scalars[..<length])
      let found = byName[front] ?? byOtherName[front].map { $0.map(\.firm) }
      guard let found else { continue }
      return (found, .branch(scalars[length...].text))
    }
    return nil
  }

  private static let branches: [ArraySlice<UInt32>] =
    ["分公司", "分厂", "分店", "分行", "支行", "分院", "分所", "营业部", "办事处", "项目部", "经营部"]
    .map { $0.unicodeScalars.map(\.value)[...] }

  func answer(
    _ firms: [FirmNumber],
    _ reason: FirmResolution.Reason,
    _ limit: Int,
    total: Int? = nil
  ) -> FirmResolution {
    if firms.count == 1 { return .proposed(firms[0], reason) }
    return .ambiguous(Array(firms.prefix(max(2, limit))), reason, total: total ?? firms.count)
  }

  func hasOtherCode(_ firm: FirmNumber, than code: String?) -> Bool {
    guard let code, let own = firms[firm.index].creditCode, Self.mayBeCode(own) else {
      return false
    }
    return own != code
  }

  /// Not 无, 0000…, or a number that lost its digits.
  static func mayBeCode(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count == 18 && bytes.contains { $0 != bytes.first }
      && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
