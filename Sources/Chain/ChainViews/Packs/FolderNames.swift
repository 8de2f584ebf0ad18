/// Names of the folders and files of a pack: none leads elsewhere, and no two are one.
package struct FolderNames {
  /// File systems take 255 bytes a name.
  private static let mostBytes = 200

  private var taken: Set<String> = []

  package init() {}

  /// The name for what is called `name`; the second of a name has a number.
  package mutating func name(for name: String) -> String {
    let plain = Self.plain(name)
    var result = plain
    var number = 2
    // To some file systems capitals are small letters.
    while !taken.insert(result.lowercased()).inserted {
      result = "\(plain) \(number)"
      number += 1
    }
    return result
  }

  private static func plain(_ name: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      let isSyntax = "/\\:*?\"<>|".unicodeScalars.contains(scalar)
      safe.append(isControl || isSyntax ? "_" : scalar)
    }
    let whole = String(safe)
    guard whole.utf8.count > mostBytes else { return whole.hasPrefix(".") ? "_" + whole : whole }
    var short = String.UnicodeScalarView()
    var bytes = 0
    for scalar in safe {
      bytes += String(scalar).utf8.count
      guard bytes <= mostBytes else { break }
      short.append(scalar)
    }
    return (whole.hasPrefix(".") ? "_" : "") + String(short) + "…"
  }
}
