using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>
/// Pipelines of a new account. The task pipeline and its stage ids are the ones HubSpot gives every account, plus a
/// closed stage of the account's own, so that no client gets away with knowing five statuses.
/// </summary>
public static class DefaultPipelines
{
    public const string Tasks = "3d314325-1b2a-4225-9388-375f49c57ec3";

    public const string NotStarted = "af0e6a5c-2ea3-4c72-b69f-7c6cb3fdb591";

    /// <summary>Status value and stage id go together one by one.</summary>
    public static readonly IReadOnlyList<(string Status, string Label, string Stage, bool Closed)> TaskStages =
    [
        ("NOT_STARTED", "Not Started", NotStarted, false),
        ("IN_PROGRESS", "In progress", "60b5c368-04c4-4d32-9b4a-457e159f49b7", false),
        ("WAITING", "Waiting", "dd5826e4-c976-4654-a527-b59ada542e52", false),
        ("COMPLETED", "Completed", "61bafb31-e7fa-46ed-aaa9-1322438d6e67", true),
        ("DEFERRED", "Deferred", "fc8148fb-3a2d-4b59-834e-69b7859347cb", false),
        ("CANCELLED", "Cancelled", "6049725638", true),
    ];

    public static string? StageOf(string? status) => TaskStages.FirstOrDefault(stage => stage.Status == status).Stage;

    public static string? StatusOf(string? stage) => TaskStages.FirstOrDefault(candidate => candidate.Stage == stage).Status;

    public static bool Closed(string? status) => TaskStages.Any(stage => stage.Status == status && stage.Closed);

    public static void AddTo(Portal portal)
    {
        portal.Pipelines["0-27"] = [new Pipeline(Tasks, "Task Pipeline", [.. TaskStages.Select(stage => new PipelineStage(stage.Stage, stage.Label, Metadata(
            ("isClosed", stage.Closed ? "true" : "false"), ("state", stage.Closed ? "CLOSED" : "OPEN"))))])];
        portal.Pipelines["0-3"] =
        [
            new Pipeline("default", "Sales Pipeline",
            [
                Deal("appointmentscheduled", "Appointment Scheduled", "0.2"), Deal("qualifiedtobuy", "Qualified To Buy", "0.4"),
                Deal("presentationscheduled", "Presentation Scheduled", "0.6"), Deal("decisionmakerboughtin", "Decision Maker Bought-In", "0.8"),
                Deal("contractsent", "Contract Sent", "0.9"), Deal("closedwon", "Closed Won", "1.0"), Deal("closedlost", "Closed Lost", "0.0"),
            ]),
        ];
        portal.Pipelines["0-5"] =
        [
            new Pipeline("0", "Support Pipeline",
                [Ticket("1", "New", false), Ticket("2", "Waiting on contact", false), Ticket("3", "Waiting on us", false), Ticket("4", "Closed", true)]),
        ];
    }

    private static PipelineStage Deal(string id, string label, string probability) =>
        new(id, label, Metadata(("isClosed", id.StartsWith("closed", StringComparison.Ordinal) ? "true" : "false"), ("probability", probability)));

    private static PipelineStage Ticket(string id, string label, bool closed) =>
        new(id, label, Metadata(("isClosed", closed ? "true" : "false"), ("ticketState", closed ? "CLOSED" : "OPEN")));

    private static Dictionary<string, string> Metadata(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);
}
