using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;

namespace Dashboard.Web.Cards.Colours;

/// <summary>What cards are coloured by, as the address of a page says it: <c>?colour=type</c>.</summary>
public static class ColourAddress
{
    public const string Name = "colour";

    public static readonly IReadOnlyList<PickerOption> Choices = [new("Nothing", "None"), new("Type", "By type"), new("Owner", "By owner")];

    public static ColourBy Read(string address) =>
        Enum.TryParse<ColourBy>(PageAddress.One(address, Name), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : ColourBy.Nothing;

    public static string With(string address, ColourBy by) => PageAddress.Chosen(address, (Name, by == ColourBy.Nothing ? null : by.ToString().ToLowerInvariant()));
}
