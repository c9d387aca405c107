namespace Dashboard.Web.Ui;

/// <summary>One choice of a picker: its value and what stands there.</summary>
public sealed record PickerOption(string Value, string Text);
