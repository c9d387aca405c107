using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>How long a file may be. The median keeps ideas small, the ninetieth percentile and the hard stop keep the tail short.</summary>
public sealed class BudgetTests
{
    private static readonly Budget Code = new(Median: 45, Ninetieth: 140, Most: 250);

    /// <summary>The sandbox plays a foreign program, table by table: its middle may be longer, its tail may not.</summary>
    private static readonly Budget StandIn = Code with { Median = 80 };

    private static readonly Budget Page = new(Median: 40, Ninetieth: 110, Most: 160);

    private static readonly Budget Test = new(Median: 80, Ninetieth: 200, Most: 300);

    private static readonly Budget CodeInPage = new(Median: 40, Ninetieth: 30, Most: 40);

    private static readonly Budget Method = new(Median: 12, Ninetieth: 25, Most: 40);

    [Fact]
    public void Code_files_are_short() => Rule.Holds(Code.Breaches(Sizes(Repository.Code.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)))));

    [Fact]
    public void Files_of_the_sandbox_are_short_too() => Rule.Holds(StandIn.Breaches(Sizes(Repository.Code.Where(file => !file.Path.StartsWith("src/", StringComparison.Ordinal)))));

    [Fact]
    public void Pages_are_short() => Rule.Holds(Page.Breaches(Sizes(Repository.Pages)));

    [Fact]
    public void Code_inside_pages_is_shorter() => Rule.Holds(CodeInPage.Breaches(Repository.Pages.Select(Methods.CodeBlock).Where(block => block.Lines > 0)));

    [Fact]
    public void Test_files_are_short() => Rule.Holds(Test.Breaches(Sizes(Repository.Tests)));

    [Fact]
    public void Methods_are_short() => Rule.Holds(Method.Breaches(Repository.Code.Concat(Repository.Pages).SelectMany(Methods.In)));

    [Fact]
    public void Composition_fits_on_one_screen() =>
        Assert.InRange(Repository.All.Single(file => file.Path == "src/Web/Program.cs").Lines.Length, 1, 60);

    [Fact]
    public void The_hard_stop_can_fail() =>
        Assert.Equal(["251 src/Long.cs (at most 250)"], Code.Breaches([new("src/Long.cs", 251), .. Enumerable.Repeat(new Sized("src/Short.cs", 10), 30)]));

    [Fact]
    public void The_percentiles_can_fail() =>
        Assert.Equal(["median 100 (at most 45)"], Code.Breaches(Enumerable.Repeat(new Sized("src/Middling.cs", 100), 9)));

    [Fact]
    public void The_measure_of_methods_can_fail()
    {
        var body = string.Concat(Enumerable.Repeat("        Console.WriteLine();\n", 40));
        var file = new SourceFile("src/Long.cs", $"class Long\n{{\n    void Run()\n    {{\n{body}    }}\n\n    int Short() => 1;\n}}\n");

        Assert.Equal([new("src/Long.cs Run", 43), new("src/Long.cs Short", 1)], Methods.In(file));
        Assert.Contains("43 src/Long.cs Run (at most 40)", Method.Breaches(Methods.In(file)));
    }

    [Fact]
    public void The_measure_of_code_in_pages_can_fail()
    {
        var page = new SourceFile("src/Web/X.razor", "<p>@text</p>\n\n@code {\n    private string text = \"}\";\n\n    void Run()\n    {\n    }\n}\n<p></p>\n");

        Assert.Equal(new("src/Web/X.razor", 5), Methods.CodeBlock(page));
        Assert.Equal([new("src/Web/X.razor Run", 3)], Methods.In(page));
    }

    private static IEnumerable<Sized> Sizes(IEnumerable<SourceFile> files) => files.Select(file => new Sized(file.Path, file.Lines.Length));
}
