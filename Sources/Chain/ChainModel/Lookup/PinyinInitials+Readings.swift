extension ChainGraph {
  /// The letters by which `name` can be typed as pinyin initials, for a search outside of this
  /// program: one a character, several readings in brackets: `[cz]cy` for 长产业. Characters that
  /// cannot be typed are passed over; the same letters as ``lookUp(_:among:)`` goes by.
  public static func initials(of name: String) -> String {
    name.unicodeScalars.map { scalar in
      let letters = String(decoding: PinyinInitials.letters(of: scalar), as: UTF8.self)
      return letters.utf8.count > 1 ? "[\(letters)]" : letters
    }.joined()
  }
}
