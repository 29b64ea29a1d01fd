import Glibc

extension Localized {
  /// Why the system refused something, by the number in `errno`: the usual reasons in words, others as the C library
  /// calls them.
  public init(systemError number: Int32) {
    switch number {
    case ENOENT: self.init("there is no such file or directory", "没有这个文件或目录")
    case ENOTDIR: self.init("a part of the path is no directory", "路径中有一段不是目录")
    case EISDIR: self.init("it is a directory", "它是目录")
    case EACCES, EPERM: self.init("permission is missing", "没有权限")
    case EROFS: self.init("the disk is read-only", "磁盘是只读的")
    case ENOSPC, EDQUOT: self.init("the disk is full", "磁盘已满")
    case EFBIG: self.init("the file may not grow any further", "文件大小已达上限")
    case ENAMETOOLONG: self.init("the name is too long", "名称过长")
    case ELOOP: self.init("its links lead in a circle", "符号链接循环")
    case EBADF: self.init("it is closed", "已关闭")
    case EIO: self.init("the disk reports an error", "磁盘读写出错")
    default: self.init(String(cString: strerror(number)), "系统错误 \(number)")
    }
  }
}
