using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>Who may know whom, read from the project files and from what the compiler really bound.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Application/Application.csproj"] = [],
        ["src/Infrastructure/Infrastructure.csproj"] = ["Application", "Microsoft.SqlServer.Server"],
        ["src/Web/Web.csproj"] = ["Application", "Infrastructure", "Sandbox"],
        ["sandbox/Sandbox/Sandbox.csproj"] = [],
    };

    /// <summary>What the inside of the product must not be able to say: pages, HTTP, a database engine.</summary>
    private static readonly string[] Outside =
        ["Microsoft.AspNetCore", "System.Net.Http", "Microsoft.Data.", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Radzen", "Dashboard."];

    public static TheoryData<string> Ruled => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Ruled))]
    public void A_project_refers_only_to_what_it_may(string path) =>
        Rule.Holds(Foreign(Repository.All.Single(file => file.Path == path)));

    [Fact]
    public void The_rule_of_references_can_fail() =>
        Assert.Equal(["Web"], Foreign(new("sandbox/Sandbox/Sandbox.csproj", "<Project><ItemGroup><ProjectReference Include=\"../../src/Web/Web.csproj\" /></ItemGroup></Project>")));

    [Fact]
    public void The_product_can_be_built_without_the_sandbox() =>
        Rule.Holds(Unconditional(Repository.All.Single(file => file.Path == "src/Web/Web.csproj")));

    [Fact]
    public void The_rule_of_the_sandbox_can_fail() =>
        Assert.Single(Unconditional(new("src/Web/Web.csproj", "<Project><ItemGroup><ProjectReference Include=\"../../sandbox/Sandbox/Sandbox.csproj\" /></ItemGroup></Project>")));

    [Fact]
    public void The_application_knows_no_web_no_http_and_no_engine() => Rule.Holds(OutsideOf(typeof(Dashboard.Application.Kernel.Result<>).Assembly));

    [Fact]
    public void The_rule_of_bound_assemblies_can_fail() => Assert.NotEmpty(OutsideOf(typeof(Dashboard.Infrastructure.HubSpot.HubSpotOptions).Assembly));

    [Fact]
    public void The_sandbox_knows_the_wire_only() =>
        Assert.DoesNotContain(typeof(Dashboard.Sandbox.SandboxOptions).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("Dashboard.", StringComparison.Ordinal));

    private static IEnumerable<string> Foreign(SourceFile project) => References(project)
        .Select(reference => reference.Attribute("Include")!.Value.Split('/')[^1].Replace(".csproj", "", StringComparison.Ordinal))
        .Except(Allowed[project.Path]);

    private static IEnumerable<string> Unconditional(SourceFile project) => References(project)
        .Where(reference => reference.Attribute("Include")!.Value.Contains("Sandbox", StringComparison.Ordinal) && reference.Attribute("Condition")?.Value.Contains("IncludeSandbox", StringComparison.Ordinal) != true)
        .Select(reference => reference.ToString());

    private static IEnumerable<XElement> References(SourceFile project) => XDocument.Parse(project.Text).Descendants("ProjectReference");

    private static IEnumerable<string> OutsideOf(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(name => name.Name!)
        .Where(name => Outside.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
}
