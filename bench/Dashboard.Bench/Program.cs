using System.Globalization;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Measures;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var choices = Choices.Read(args);
if (choices is null)
{
    Console.WriteLine(Choices.Usage);
    return 2;
}

Sheet.Print(Machine.Describe());
var measures = new (string Name, Func<Choices, Task> Run)[]
{
    ("sync", SyncMeasure.RunAsync),
    ("board", BoardMeasure.RunAsync),
    ("list", ListMeasure.RunAsync),
    ("calendar", CalendarMeasure.RunAsync),
    ("plan", PlanMeasure.RunAsync),
    ("circuits", CircuitsMeasure.RunAsync),
    ("drag", DragMeasure.RunAsync),
    ("bulk", BulkMeasure.RunAsync),
    ("scroll", ScrollMeasure.RunAsync),
    ("webhooks", WebhookMeasure.RunAsync),
    ("freshness", FreshnessMeasure.RunAsync),
    ("weather", WeatherMeasure.RunAsync),
    ("storm", StormMeasure.RunAsync),
};
foreach (var (name, run) in measures)
{
    if (choices.What == name || (choices.What == "all" && name != "storm"))
    {
        await run(choices);
    }
}

return Environment.ExitCode;
