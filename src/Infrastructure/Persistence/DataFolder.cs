using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>
/// Where files of this machine live when nothing else is configured: <c>Data:Folder</c>, or <c>data</c> beside the program's content.
/// Readable by its owner only: the database and the key file are in it.
/// </summary>
public sealed class DataFolder(string path)
{
    public string Path { get; } = path;

    public static DataFolder Of(IConfiguration configuration, IHostEnvironment environment) =>
        new(System.IO.Path.Combine(environment.ContentRootPath, configuration["Data:Folder"] ?? "data"));

    /// <summary>Full path of a file in the folder, which is there afterwards.</summary>
    public string File(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return System.IO.Path.Combine(Path, name);
    }
}
