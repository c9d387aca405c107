using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ReplicasWebhooksJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LastHintAt",
                table: "SyncStates",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PolledChangeAt",
                table: "SyncStates",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UserId",
                table: "Owners",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OperationIds",
                table: "Connections",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "OperationIdsSince",
                table: "Connections",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeVersion",
                table: "Changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SeenVersion",
                table: "Changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SentUnder",
                table: "Changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wants",
                table: "Changes",
                type: "nvarchar(1100)",
                maxLength: 1100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Feed",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Origin = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feed", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "IndexChecks",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Cursor = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    AskedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Expected = table.Column<int>(type: "int", nullable: false),
                    Compared = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<int>(type: "int", nullable: false),
                    Gone = table.Column<int>(type: "int", nullable: false),
                    Older = table.Column<int>(type: "int", nullable: false),
                    Unread = table.Column<int>(type: "int", nullable: false),
                    Trouble = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexChecks", x => new { x.WorkspaceId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "LearnedRules",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Property = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Needs = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LearnedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearnedRules", x => new { x.WorkspaceId, x.Property, x.Value, x.Needs });
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Holder = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => new { x.WorkspaceId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "Quarantine",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Times = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quarantine", x => new { x.WorkspaceId, x.TaskId });
                });

            migrationBuilder.CreateTable(
                name: "Replicas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Beat = table.Column<long>(type: "bigint", nullable: false),
                    Machine = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replicas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookHints",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WorkspaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObjectType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ObjectId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    OccurredAt = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    Trouble = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ParkedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookHints", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_WorkspaceId_SeenVersion",
                table: "Changes",
                columns: new[] { "WorkspaceId", "SeenVersion" },
                filter: "SeenVersion IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookHints_WorkspaceId_Hash",
                table: "WebhookHints",
                columns: new[] { "WorkspaceId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookHints_WorkspaceId_ParkedAt_Sequence",
                table: "WebhookHints",
                columns: new[] { "WorkspaceId", "ParkedAt", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Feed");

            migrationBuilder.DropTable(
                name: "IndexChecks");

            migrationBuilder.DropTable(
                name: "LearnedRules");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "Quarantine");

            migrationBuilder.DropTable(
                name: "Replicas");

            migrationBuilder.DropTable(
                name: "WebhookHints");

            migrationBuilder.DropIndex(
                name: "IX_Changes_WorkspaceId_SeenVersion",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "LastHintAt",
                table: "SyncStates");

            migrationBuilder.DropColumn(
                name: "PolledChangeAt",
                table: "SyncStates");

            migrationBuilder.DropColumn(
                name: "UserId",
                table: "Owners");

            migrationBuilder.DropColumn(
                name: "OperationIds",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "OperationIdsSince",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "MadeVersion",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "SeenVersion",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "SentUnder",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "Wants",
                table: "Changes");
        }
    }
}
