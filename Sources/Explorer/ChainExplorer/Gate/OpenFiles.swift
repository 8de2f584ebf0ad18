#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many files and connections the system lets the process have open at once.
enum OpenFiles {
  /// What the data set, logs and the pipes of pictures need besides connections.
  static let spare = 256

  /// Has the system allow so many connections, as far as it does; how many there may be.
  static func room(for connections: Int) -> Int {
    #if canImport(Glibc)
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let kind = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return connections }
    let wanted = rlim_t(connections + spare)
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(kind, &raised) == 0 { limit = raised }
    }
    guard limit.rlim_cur < wanted else { return connections }
    return max(1, Int(limit.rlim_cur) - spare)
  }
}
