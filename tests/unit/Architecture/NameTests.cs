using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>A name says what a thing is. These say only that somebody had no name.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void Names_say_something() => Rule.Holds(Repository.Code.Concat(Repository.Pages).Concat(Repository.Tests.Where(file => file.Name != "NameTests.cs")).SelectMany(Empty));

    [Theory]
    [InlineData("src/Web/Helpers/Dates.cs", "class Dates;")]
    [InlineData("src/Web/Ui/Common/Dates.cs", "class Dates;")]
    [InlineData("src/Web/Ui/DateUtils.cs", "class DateUtils;")]
    [InlineData("src/Web/Ui/Dates.cs", "public sealed class TaskManager;")]
    [InlineData("src/Web/Ui/Dates.cs", "public sealed class TaskService;")]
    [InlineData("src/Web/Ui/Dates.cs", "internal record TaskDto(int Id);")]
    [InlineData("src/Web/Ui/TaskServices.cs", "public static class TaskServices; class Moving;class MoveService;")]
    public void The_rule_can_fail(string path, string text) => Assert.NotEmpty(Empty(new(path, text)));

    [Theory]
    [InlineData("src/Web/Ui/UiServices.cs", "public static class UiServices;")]
    [InlineData("src/Web/Ui/Loop.cs", "public sealed class Loop : BackgroundService;")]
    public void Registrations_and_the_frameworks_own_names_may_stay(string path, string text) => Assert.Empty(Empty(new(path, text)));

    /// <summary>…Services is the file of a part that registers its services with the container: the framework's word.</summary>
    private static IEnumerable<string> Empty(SourceFile file) => file.Path.Split('/')[1..]
        .Select(part => part.Split('.')[0])
        .Concat(Types().Matches(file.Text).Select(type => type.Groups["name"].Value))
        .Where(name => Banned().IsMatch(name))
        .Distinct()
        .Select(name => $"{file.Path}: {name}");

    [GeneratedRegex(@"^(Common|Shared|Misc)$|(Helper|Helpers|Util|Utils|Utilities|Manager|Managers|Service|Dto|Dtos|DTO)$", RegexOptions.CultureInvariant)]
    private static partial Regex Banned();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Types();
}
