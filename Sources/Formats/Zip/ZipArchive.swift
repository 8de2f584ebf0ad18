internal import CZip

/// A zip archive in memory, such as every file of today's office programs is.
///
/// Parts are found as those programs find them: the case of ASCII letters makes no difference.
package struct ZipArchive: ~Copyable {
  /// The names of the parts, as the archive lists them; folders end in `/`.
  package let names: [String]
  private let archive: OpaquePointer
  /// What libzip reads; it outlives the archive.
  private let input: UnsafeMutableRawBufferPointer
  private let numbers: [String: UInt64]
  private let limits: ZipLimits
  /// How much may still be unpacked.
  private var room: Int

  /// Opens the archive that `bytes` are; nothing is unpacked yet.
  ///
  /// - Throws: What is no archive, has too many parts, or has names that climb or repeat.
  /// - Complexity: O(*n*) over the bytes.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFault) {
    // To libzip no bytes are an archive of no parts.
    guard !bytes.isEmpty else { throw ZipFault(.damaged) }
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    input.copyBytes(from: bytes)
    let opened: (archive: OpaquePointer, names: [String], numbers: [String: UInt64])
    do throws(ZipFault) {
      opened = try Self.open(input, limits)
    } catch {
      input.deallocate()
      throw error
    }
    (archive, names, numbers) = opened
    self.input = input
    self.limits = limits
    room = limits.totalBytes
  }

  deinit {
    zip_discard(archive)
    input.deallocate()
  }

  /// The name by which the archive lists the part; `nil` where it has none such.
  package func listedName(of name: String) -> String? {
    numbers[Self.key(name)].map { names[Int($0)] }
  }

  /// The bytes of the part `name`, its checksum compared; `nil` where the archive has none such.
  ///
  /// - Throws: A part that is damaged, encrypted, or larger than the limits allow. What the archive
  ///   claims is looked at before anything is unpacked, and what comes out may not exceed it.
  /// - Complexity: O(*n*) over the part, in time and memory.
  package mutating func part(_ name: String) throws(ZipFault) -> [UInt8]? {
    guard let number = numbers[Self.key(name)] else { return nil }
    let listed = names[Int(number)]
    let size = try size(of: number, listed)
    guard let file = zip_fopen_index(archive, number, 0) else {
      throw ZipFault(.damaged, part: listed)
    }
    defer { zip_fclose(file) }
    var part = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let step = part.withUnsafeMutableBytes { bytes in
        zip_fread(file, bytes.baseAddress.map { $0 + filled }, UInt64(size - filled))
      }
      guard step > 0 else { throw ZipFault(.damaged, part: listed) }
      filled += Int(step)
    }
    // The end must be here, and only there does libzip compare the checksum.
    var more: UInt8 = 0
    guard zip_fread(file, &more, 1) == 0 else { throw ZipFault(.damaged, part: listed) }
    room -= size
    return part
  }

  /// What the part claims to unpack to, once it is found harmless.
  private func size(of number: UInt64, _ name: String) throws(ZipFault) -> Int {
    var status = zip_stat_t()
    guard zip_stat_index(archive, number, 0, &status) == 0,
      status.valid & UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
        == UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
    else { throw ZipFault(.damaged, part: name) }
    guard status.encryption_method == ZIP_EM_NONE else { throw ZipFault(.encrypted, part: name) }
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
      throw ZipFault(.foreignMethod, part: name)
    }
    let isTame =
      status.size <= UInt64(limits.harmlessBytes)
      || status.size / max(1, status.comp_size) <= UInt64(limits.growth)
    guard status.size <= UInt64(min(limits.partBytes, room)), isTame else {
      throw ZipFault(.tooLarge, part: name)
    }
    return Int(status.size)
  }

  // MARK: The directory

  private static func open(
    _ input: UnsafeMutableRawBufferPointer,
    _ limits: ZipLimits
  ) throws(ZipFault) -> (OpaquePointer, [String], [String: UInt64]) {
    let length = UInt64(input.count)
    guard let source = zip_source_buffer_create(input.baseAddress, length, 0, nil) else {
      throw ZipFault(.damaged)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw ZipFault(.damaged)
    }
    do throws(ZipFault) {
      let names = try names(in: archive, limits)
      return (archive, names, try numbers(of: names))
    } catch {
      zip_discard(archive)
      throw error
    }
  }

  private static func names(
    in archive: OpaquePointer,
    _ limits: ZipLimits
  ) throws(ZipFault) -> [String] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.parts else { throw ZipFault(.tooManyParts) }
    var names: [String] = []
    for number in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(archive, number, 0) else { throw ZipFault(.damaged) }
      names.append(String(cString: name))
    }
    return names
  }

  private static func numbers(of names: [String]) throws(ZipFault) -> [String: UInt64] {
    var numbers: [String: UInt64] = [:]
    for (number, name) in names.enumerated() {
      let key = key(name)
      let steps = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard !key.isEmpty, !key.hasPrefix("/"), !key.contains(":"),
        !steps.contains(where: { $0.elementsEqual("..".utf8) })
      else { throw ZipFault(.climbingName, part: name) }
      guard numbers.updateValue(UInt64(number), forKey: key) == nil else {
        throw ZipFault(.repeatedName, part: name)
      }
    }
    return numbers
  }

  /// What two names have in common when they mean one part.
  private static func key(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
