#if canImport(Glibc)
  import Glibc
#endif

/// GB 18030, in which programs for Chinese Windows write texts and tables.
package enum NationalStandard {
  /// What `bytes` say in GB 18030, as UTF-8; `nil` when they say nothing in it, or where the system
  /// cannot tell.
  package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    #if canImport(Glibc)
      guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
        return nil
      }
      defer { iconv_close(converter) }
      var input = bytes.map { CChar(bitPattern: $0) }
      // Two bytes become three at most, and one or four never more than four.
      var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
      let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          // The C call moves both pointers; the buffers outlive it.
          var from = source.baseAddress
          var to = target.baseAddress
          var (left, room) = (source.count, target.count)
          let outcome = iconv(converter, &from, &left, &to, &room)
          return outcome == -1 || left > 0 ? nil : target.count - room
        }
      }
      guard let written else { return nil }
      return output[..<written].map { UInt8(bitPattern: $0) }
    #else
      return nil
    #endif
  }
}
