using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

public static class SingleRecord
{
    public static Answer Read(Call call, ObjectType type)
    {
        if ((Records.BadIdProperty(type, call.Query("idProperty")) ?? Selection.UnknownKind(call)) is { } refused)
        {
            return refused;
        }

        var record = Records.Find(call.Portal, type, call.Route("id"), call.Query("idProperty"));
        if (record is null || record.Archived != call.QueryFlag("archived"))
        {
            return Missing();
        }

        var selection = Selection.Of(call.Portal, type, call.QueryList("properties"), call.QueryList("propertiesWithHistory"), call.QueryList("associations"));
        return Show(call, 200, record, selection);
    }

    public static Answer Create(Call call, ObjectType type)
    {
        var (write, refused) = new RecordWriting(call).Create(type, call.Body);
        if (write is null)
        {
            return refused!;
        }

        var made = write.Commit();
        Settling.After(call, [made]);
        return Show(call, 201, made, Selection.Written(type));
    }

    public static Answer Update(Call call, ObjectType type)
    {
        if (Records.BadIdProperty(type, call.Query("idProperty")) is { } bad)
        {
            return bad;
        }

        if (Records.Find(call.Portal, type, call.Route("id"), call.Query("idProperty")) is not { Archived: false } record)
        {
            return Missing();
        }

        var (write, refused) = new RecordWriting(call).Update(record, call.Body);
        return write is null ? refused! : Show(call, 200, write.Commit(), Selection.Written(type));
    }

    /// <summary>204 also for a record that is gone or never was.</summary>
    public static Answer Archive(Call call, ObjectType type)
    {
        if (Records.Find(call.Portal, type, call.Route("id"), null) is { } record)
        {
            new RecordWriting(call).Archive(record);
        }

        return Answer.NoContent;
    }

    public static Answer Show(Call call, int status, Record record, Selection selection) =>
        Answer.Json(status, json => RecordJson.Write(json, call.Portal, record, record.Current, selection, call.Now));

    private static Answer Missing() => Refusals.NotFound("Object not found.  objectId are usually numeric.");
}
