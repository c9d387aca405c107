using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Dashboard.UnitTests.Support;

/// <summary>
/// bUnit was compiled against a newer AngleSharp.Diffing than unit.csproj references. All it calls is in the older one too, so the
/// name is answered with the copy beside the tests, whatever version was asked for.
/// </summary>
internal static class AngleSharpDiffing
{
    [ModuleInitializer]
    internal static void Bind() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
