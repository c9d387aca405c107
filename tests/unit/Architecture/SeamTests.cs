using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>The few places where a layer touches what lies behind it.</summary>
public sealed partial class SeamTests
{
    private const int MostInterfaces = 10;

    /// <summary>Settings are read where they are needed; what works with them is not.</summary>
    private static readonly Type Settings = typeof(Dashboard.Infrastructure.HubSpot.HubSpotOptions);

    /// <summary>
    /// Where the web part names Infrastructure: composition, the probe behind the health address, the frame's headers (which need
    /// HubSpot's origin) and the demo's data folder. Everything else goes through a use case.
    /// </summary>
    private static readonly string[] Seams =
        ["src/Web/Program.cs", "src/Web/Api/Health.cs", "src/Web/Shell/ShellServices.cs", "src/Web/Shell/Starting/DemoSandbox.cs"];

    [Fact]
    public void Pages_reach_the_outside_through_use_cases() => Rule.Holds(Shortcuts(Repository.Files("src/Web", ".cs", ".razor")));

    [Fact]
    public void The_rule_of_seams_can_fail() =>
        Assert.Equal(2, Shortcuts([new("src/Web/Features/Board/Y.cs", "using Dashboard.Infrastructure.HubSpot; class Y(HubSpotOptions o, HubSpotFault f);"), new("src/Web/Features/Board/X.cs", "using Dashboard.Infrastructure.Persistence;"), new("src/Web/Program.cs", "using Dashboard.Infrastructure.HubSpot;")]).Count());

    [Fact]
    public void Settings_may_be_read() =>
        Assert.Empty(Shortcuts([new("src/Web/Features/Board/X.cs", "using Dashboard.Infrastructure.HubSpot; class X(HubSpotOptions options);")]));

    [Fact]
    public void Every_seam_is_used() =>
        Rule.Holds(Seams.Except(Repository.Files("src/Web").Where(NamesInfrastructure).Select(file => file.Path)));

    [Fact]
    public void There_are_few_interfaces() => Assert.InRange(Interfaces(Repository.Code).Count(), 1, MostInterfaces);

    [Fact]
    public void The_count_of_interfaces_can_fail() =>
        Assert.Equal(["ICard", "ILane"], Interfaces([new("src/Web/X.cs", "public interface ICard;\ninternal interface ILane : IDisposable { }")]));

    [Fact]
    public void Nobody_asks_for_an_ambient_request() => Rule.Holds(Ambient(Repository.Code.Concat(Repository.Pages)));

    [Fact]
    public void The_rule_of_ambient_requests_can_fail() =>
        Assert.Single(Ambient([new("src/Web/X.cs", "class X(IHttpContextAccessor http);")]));

    private static IEnumerable<string> Shortcuts(IEnumerable<SourceFile> files) =>
        files.Where(file => NamesInfrastructure(file) && !Seams.Contains(file.Path) && !ReadsSettingsOnly(file)).Select(file => file.Path);

    private static bool ReadsSettingsOnly(SourceFile file) =>
        Named().Matches(file.Text).All(match => match.Value == Settings.Namespace)
        && Settings.Assembly.GetTypes().Where(type => type.Namespace == Settings.Namespace && type != Settings && !type.IsNested)
            .All(type => !Regex.IsMatch(file.Text, $@"\b{Regex.Escape(type.Name)}\b"));

    private static bool NamesInfrastructure(SourceFile file) => file.Text.Contains("Dashboard.Infrastructure", StringComparison.Ordinal);

    private static IEnumerable<string> Interfaces(IEnumerable<SourceFile> files) =>
        files.SelectMany(file => Declared().Matches(file.Text)).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Ambient(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Text.Contains("IHttpContextAccessor", StringComparison.Ordinal)).Select(file => file.Path);

    [GeneratedRegex(@"Dashboard\.Infrastructure[\w.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(?:public |internal |private )?(?:partial )?interface (?<name>I[A-Z]\w*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
